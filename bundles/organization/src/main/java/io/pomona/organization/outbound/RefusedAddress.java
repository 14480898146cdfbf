package io.pomona.organization.outbound;

import java.io.IOException;

/** What the server does not call, whoever asks for it. */
public final class RefusedAddress extends IOException {
  private static final long serialVersionUID = 1;

  RefusedAddress(String message) {
    super(message);
  }
}
