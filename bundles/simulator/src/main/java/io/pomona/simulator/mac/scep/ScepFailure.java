package io.pomona.simulator.mac.scep;

import java.io.IOException;

/** No certificate: the server refused, or what it sent does not hold. */
public final class ScepFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private final int failInfo;

  ScepFailure(String message) {
    this(message, -1);
  }

  ScepFailure(String message, int failInfo) {
    super(message);
    this.failInfo = failInfo;
  }

  /** RFC 8894's number from 0 to 4, or -1 where the server gave none. */
  public int failInfo() {
    return failInfo;
  }
}
