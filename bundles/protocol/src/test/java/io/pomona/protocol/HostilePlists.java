package io.pomona.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Property lists that were made to hurt a parser, by the name of what they try. */
public final class HostilePlists {
  private static final int HUGE = 1 << 30;

  private HostilePlists() {}

  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>(xml());
    all.put("ASCII parentheses", PlistText.utf8("(".repeat(40_000)));
    all.put("ASCII parentheses after a brace", PlistText.utf8("{a=" + "(".repeat(40_000)));
    all.put("binary data of 2^30 bytes", binary(new byte[] {0x4F, 0x12}, HUGE));
    all.put("binary array of 2^30 elements", binary(new byte[] {(byte) 0xAF, 0x12}, HUGE));
    all.put("binary dictionary of 2^30 entries", binary(new byte[] {(byte) 0xDF, 0x12}, HUGE));
    all.put("binary that repeats itself", repeating(24));
    all.put("binary that contains itself", selfContaining());
    return all;
  }

  /** Those that are XML in UTF-8. */
  public static Map<String, byte[]> xml() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("internal entity", withSubset("<!ENTITY x \"y\">", "a&x;b"));
    all.put("external entity", withSubset("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"));
    all.put("parameter entity", withSubset("<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;", ""));
    all.put("billion laughs", withSubset(laughs(), "&l9;"));
    all.put("undeclared entity", PlistText.dict(PlistText.string("Status", "a&x;b")));
    all.put("5000 arrays deep", deep("<array>", "</array>", 5_000));
    all.put("65 dictionaries deep", deep("<dict><key>k</key>", "</dict>", 64));
    all.put(
        "100000 values",
        PlistText.dict("<key>a</key><array>" + "<true/>".repeat(100_000) + "</array>"));
    all.put("endless comment", PlistText.utf8(PlistText.HEAD + "<!-- "));
    all.put("endless tag", PlistText.utf8(PlistText.HEAD + "<plist><dict a=\""));
    return all;
  }

  private static byte[] withSubset(String subset, String text) {
    return PlistText.utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE plist ["
            + subset
            + "]><plist version=\"1.0\"><dict>"
            + PlistText.string("Status", text)
            + "</dict></plist>");
  }

  private static String laughs() {
    StringBuilder subset = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      String before = "&l" + (i - 1) + ";";
      subset.append("<!ENTITY l").append(i).append(" \"").append(before.repeat(10)).append("\">");
    }
    return subset.toString();
  }

  private static byte[] deep(String open, String close, int levels) {
    return PlistText.dict(
        "<key>k</key>"
            + open.repeat(levels)
            + "<true/>".repeat(open.startsWith("<d") ? 1 : 0)
            + close.repeat(levels));
  }

  /** One object whose length is given as a 4-byte integer. */
  private static byte[] binary(byte[] head, int length) {
    byte[] object = {
      head[0], head[1], (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), 0
    };
    return container(new byte[][] {object});
  }

  /** Object n holds object n+1 twice; the last is a boolean. The root is a dictionary. */
  private static byte[] repeating(int levels) {
    byte[][] objects = new byte[levels + 3][];
    objects[0] = new byte[] {(byte) 0xD1, 1, 2};
    objects[1] = new byte[] {0x51, 'k'};
    for (int i = 2; i < levels + 2; i++) {
      objects[i] = new byte[] {(byte) 0xA2, (byte) (i + 1), (byte) (i + 1)};
    }
    objects[levels + 2] = new byte[] {0x09};
    return container(objects);
  }

  private static byte[] selfContaining() {
    return container(new byte[][] {{(byte) 0xD1, 1, 2}, {0x51, 'k'}, {(byte) 0xA2, 2, 2}});
  }

  private static byte[] container(byte[][] objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
    byte[] offsets = new byte[objects.length];
    for (int i = 0; i < objects.length; i++) {
      offsets[i] = (byte) out.size();
      out.writeBytes(objects[i]);
    }
    int table = out.size();
    out.writeBytes(offsets);
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 1, 1});
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) objects.length});
    out.writeBytes(new byte[8]);
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) table});
    return out.toByteArray();
  }
}
