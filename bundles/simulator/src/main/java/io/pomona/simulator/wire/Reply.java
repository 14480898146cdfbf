package io.pomona.simulator.wire;

import java.nio.charset.StandardCharsets;

/** What came back; header names other than the content type are of no interest to a Mac. */
public record Reply(int status, String contentType, byte[] body) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
