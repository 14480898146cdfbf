package io.pomona.simulator.wire;

import java.io.IOException;

/** What came is not a property list that this side can use. */
public final class MalformedPlistException extends IOException {

  private static final long serialVersionUID = 1L;

  public MalformedPlistException(String message) {
    super(message);
  }
}
