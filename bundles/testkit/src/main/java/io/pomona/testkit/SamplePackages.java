package io.pomona.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;

/**
 * Flat packages as far as anybody here reads them: a xar header, a table of contents and a heap.
 */
public final class SamplePackages {
  private static final String SIGNATURE =
      "<signature style=\"RSA\"><KeyInfo><X509Data><X509Certificate>MIIB</X509Certificate>"
          + "</X509Data></KeyInfo></signature>";
  private static final String DISTRIBUTION = "<file id=\"1\"><name>Distribution</name></file>";
  private static final String COMPONENT =
      "<file id=\"2\"><name>Tools.pkg</name><file id=\"3\"><name>Payload</name></file></file>";

  private SamplePackages() {}

  /** A signed distribution package with so many bytes behind its table. */
  public static byte[] signed(int heap) {
    return of(SIGNATURE + DISTRIBUTION + COMPONENT, heap);
  }

  public static byte[] unsigned() {
    return of(DISTRIBUTION + COMPONENT, 100);
  }

  public static byte[] component() {
    return of(SIGNATURE + COMPONENT, 100);
  }

  /**
   * @param toc what the table says
   */
  public static byte[] of(String toc, int heap) {
    byte[] table =
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><xar><toc>" + toc + "</toc></xar>")
            .getBytes(StandardCharsets.UTF_8);
    byte[] packed = deflated(table);
    byte[] content = new byte[heap];
    new Random(heap).nextBytes(content);
    return ByteBuffer.allocate(28 + packed.length + heap)
        .putInt(0x78617221)
        .putShort((short) 28)
        .putShort((short) 1)
        .putLong(packed.length)
        .putLong(table.length)
        .putInt(1)
        .put(packed)
        .put(content)
        .array();
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] part = new byte[1024];
    while (!deflater.finished()) {
      packed.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
