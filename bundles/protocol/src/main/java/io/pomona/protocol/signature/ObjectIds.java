package io.pomona.protocol.signature;

import java.io.ByteArrayOutputStream;

/** Object identifiers as the bytes they have in BER. */
final class ObjectIds {
  private ObjectIds() {}

  static byte[] of(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(Long.parseLong(arcs[i]), out);
    }
    return out.toByteArray();
  }

  private static void arc(long arc, ByteArrayOutputStream out) {
    for (int shift = 63 / 7 * 7; shift > 0; shift -= 7) {
      if (arc >> shift != 0) {
        out.write((int) (arc >> shift & 0x7F | 0x80));
      }
    }
    out.write((int) (arc & 0x7F));
  }
}
