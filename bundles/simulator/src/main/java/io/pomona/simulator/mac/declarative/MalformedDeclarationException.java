package io.pomona.simulator.mac.declarative;

import java.io.IOException;

/** The server's part of declarative management is not what Apple says it must be. */
public final class MalformedDeclarationException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedDeclarationException(String message) {
    super(message);
  }
}
