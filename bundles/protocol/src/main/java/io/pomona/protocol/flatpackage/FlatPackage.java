package io.pomona.protocol.flatpackage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The beginning of a flat package: a xar archive, whose table of contents says whether it is signed
 * and what kind of package it is. Nothing in it is unpacked, and the table only within bounds.
 * Whether the signature is good the Mac finds out.
 */
public final class FlatPackage {
  /** A table that needs more than this is none of a package. */
  public static final int MOST_HEAD = 4 << 20;

  private static final int MAGIC = 0x78617221;
  private static final int SHORTEST_HEADER = 28;
  private static final int LONGEST_HEADER = 1 << 10;
  private static final int MOST_TABLE = 32 << 20;

  private FlatPackage() {}

  /**
   * @param head the first bytes of the file, up to {@link #MOST_HEAD}
   * @throws PackageRefusal with what to do
   */
  public static void require(byte[] head) throws PackageRefusal {
    Contents contents = read(table(head));
    if (!contents.signed) {
      throw refused(
          "package_not_signed",
          "The package is not signed; macOS installs only signed ones. Sign it with productsign.");
    }
    if (!contents.distribution) {
      throw refused(
          "no_distribution_package",
          "This is a component package; make a distribution package of it with productbuild.");
    }
  }

  private static byte[] table(byte[] head) throws PackageRefusal {
    if (head.length < SHORTEST_HEADER) {
      throw noPackage();
    }
    ByteBuffer bytes = ByteBuffer.wrap(head);
    boolean xar = bytes.getInt() == MAGIC;
    int header = bytes.getShort() & 0xffff;
    boolean first = bytes.getShort() == 1;
    long compressed = bytes.getLong();
    long plain = bytes.getLong();
    boolean sizes = compressed > 0 && plain > 0 && plain <= MOST_TABLE;
    boolean fits = header >= SHORTEST_HEADER && header <= LONGEST_HEADER;
    if (!xar || !first || !sizes || !fits || compressed > (long) head.length - header) {
      throw noPackage();
    }
    return inflate(head, header, (int) compressed, (int) plain);
  }

  private static byte[] inflate(byte[] head, int from, int length, int plain)
      throws PackageRefusal {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(head, from, length);
      ByteArrayOutputStream table = new ByteArrayOutputStream();
      byte[] part = new byte[64 << 10];
      while (!inflater.finished()) {
        int got = inflater.inflate(part);
        if (got == 0 || table.size() + got > plain) {
          throw noPackage();
        }
        table.write(part, 0, got);
      }
      return table.toByteArray();
    } catch (DataFormatException e) {
      throw noPackage().causedBy(e);
    } finally {
      inflater.end();
    }
  }

  private static Contents read(byte[] table) throws PackageRefusal {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(table));
      Contents contents = new Contents();
      while (xml.hasNext()) {
        contents.take(xml, xml.next());
      }
      return contents;
    } catch (XMLStreamException e) {
      throw noPackage().causedBy(e);
    }
  }

  private static PackageRefusal noPackage() {
    return refused(
        "no_package", "This is no flat package; upload a .pkg as productbuild makes it.");
  }

  private static PackageRefusal refused(String reason, String words) {
    return new PackageRefusal(reason, words);
  }

  /** What the table says that matters. */
  private static final class Contents {
    private static final int TOP = 1;

    boolean signed;
    boolean distribution;
    private int files;
    private boolean inSignature;

    void take(XMLStreamReader xml, int event) throws XMLStreamException {
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "file" -> files++;
        case "signature", "x-signature" -> inSignature = true;
        case "X509Certificate" -> signed |= inSignature;
        // Reads up to the end of the element.
        case "name" ->
            distribution |= files == TOP && xml.getElementText().strip().equals("Distribution");
        default -> {
          // says nothing that is needed
        }
      }
    }

    private void end(String name) {
      if (name.equals("file")) {
        files--;
      } else if (name.equals("signature") || name.equals("x-signature")) {
        inSignature = false;
      }
    }
  }
}
