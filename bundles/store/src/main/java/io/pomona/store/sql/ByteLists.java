package io.pomona.store.sql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A certificate chain in one column: each part with its length before it. */
public final class ByteLists {
  private ByteLists() {}

  public static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  public static List<byte[]> split(byte[] joined) {
    ByteBuffer rest = ByteBuffer.wrap(joined);
    List<byte[]> parts = new ArrayList<>();
    while (rest.hasRemaining()) {
      byte[] part = new byte[rest.getInt()];
      rest.get(part);
      parts.add(part);
    }
    return parts;
  }
}
