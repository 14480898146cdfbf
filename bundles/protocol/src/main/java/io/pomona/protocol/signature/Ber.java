package io.pomona.protocol.signature;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of a BER structure, as offsets into its bytes. Macs write indefinite lengths, so
 * these are walked too.
 *
 * @param tag the identifier octet
 * @param start offset of the identifier octet
 * @param from offset of the content
 * @param to offset behind the content
 * @param end offset behind the element, end-of-contents octets included
 */
record Ber(byte[] data, int tag, int start, int from, int to, int end) {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int CONTEXT_0 = 0xA0;
  static final int CONTEXT_0_PRIMITIVE = 0x80;
  static final int CONTEXT_1 = 0xA1;
  static final int CONTEXT_3 = 0xA3;

  private static final int CONSTRUCTED = 0x20;
  private static final int MAX_DEPTH = 24;
  private static final int MAX_CHILDREN = 4096;

  /** The element that makes up all of these bytes. */
  static Ber whole(byte[] data) {
    Ber element = read(data, 0, data.length, 0);
    if (element.end != data.length) {
      throw new MalformedSignatureException("The CMS structure is followed by other bytes.");
    }
    return element;
  }

  private static Ber read(byte[] data, int start, int limit, int depth) {
    if (start + 2 > limit || depth > MAX_DEPTH || (data[start] & 0x1F) == 0x1F) {
      throw malformed();
    }
    int tag = data[start] & 0xFF;
    int first = data[start + 1] & 0xFF;
    if (first == 0x80) {
      return indefinite(data, tag, start, limit, depth);
    }
    int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
    int from = start + 2 + lengthBytes;
    if (lengthBytes > 4 || from > limit) {
      throw malformed();
    }
    long length = lengthBytes == 0 ? first : 0;
    for (int i = start + 2; i < from; i++) {
      length = length << 8 | data[i] & 0xFF;
    }
    if (length > limit - from) {
      throw malformed();
    }
    int to = from + (int) length;
    return new Ber(data, tag, start, from, to, to);
  }

  private static Ber indefinite(byte[] data, int tag, int start, int limit, int depth) {
    if ((tag & CONSTRUCTED) == 0) {
      throw malformed();
    }
    int from = start + 2;
    int at = from;
    while (at + 2 <= limit) {
      if (data[at] == 0 && data[at + 1] == 0) {
        return new Ber(data, tag, start, from, at, at + 2);
      }
      at = read(data, at, limit, depth + 1).end;
    }
    throw malformed();
  }

  List<Ber> children() {
    if ((tag & CONSTRUCTED) == 0) {
      throw malformed();
    }
    List<Ber> children = new ArrayList<>();
    for (int at = from; at < to; ) {
      Ber child = read(data, at, to, 0);
      if (children.size() == MAX_CHILDREN) {
        throw malformed();
      }
      children.add(child);
      at = child.end;
    }
    return children;
  }

  Ber expect(int expected) {
    if (tag != expected) {
      throw malformed();
    }
    return this;
  }

  boolean is(int other) {
    return tag == other;
  }

  /** The element with its head. */
  byte[] encoded() {
    return Arrays.copyOfRange(data, start, end);
  }

  byte[] content() {
    return Arrays.copyOfRange(data, from, to);
  }

  boolean contentIs(byte[] other) {
    return Arrays.equals(data, from, to, other, 0, other.length);
  }

  boolean sameEncoding(Ber other) {
    return Arrays.equals(data, start, end, other.data, other.start, other.end);
  }

  boolean sameContent(Ber other) {
    return Arrays.equals(data, from, to, other.data, other.from, other.to);
  }

  /** The bytes of an octet string, whose pieces are joined if there are several. */
  byte[] octets() {
    if (tag == OCTET_STRING || tag == CONTEXT_0_PRIMITIVE) {
      return content();
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(to - from);
    join(joined, 0);
    return joined.toByteArray();
  }

  private void join(ByteArrayOutputStream joined, int depth) {
    if (depth > MAX_DEPTH || tag != OCTET_STRING && tag != (OCTET_STRING | CONSTRUCTED)) {
      throw malformed();
    }
    if (tag == OCTET_STRING) {
      joined.write(data, from, to - from);
      return;
    }
    for (int at = from; at < to; ) {
      Ber piece = read(data, at, to, depth);
      piece.join(joined, depth + 1);
      at = piece.end;
    }
  }

  static MalformedSignatureException malformed() {
    return new MalformedSignatureException("The bytes are not a well-formed CMS structure.");
  }
}
