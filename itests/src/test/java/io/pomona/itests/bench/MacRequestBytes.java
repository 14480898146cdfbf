package io.pomona.itests.bench;

import io.pomona.simulator.mac.PresignedPolls.Presigned;
import java.nio.charset.StandardCharsets;

/** A signed message as it goes over the wire. */
final class MacRequestBytes {
  private MacRequestBytes() {}

  static byte[] of(Presigned message) {
    byte[] head =
        """
        PUT /mdm/apple/mdm HTTP/1.1
        Host: localhost
        User-Agent: MDM/1.0
        Content-Type: application/x-apple-aspen-mdm; charset=UTF-8
        Mdm-Signature: %s
        Content-Length: %d

        """
            .formatted(message.signature(), message.body().length)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + message.body().length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(message.body(), 0, all, head.length, message.body().length);
    return all;
  }
}
