package io.pomona.itests.story;

import io.pomona.simulator.mac.VirtualMac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that no Mac sends. */
final class BadMessages {
  private static final String OPEN =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\">";

  private BadMessages() {}

  /** What is wrong to the body. */
  static Map<String, byte[]> all(VirtualMac mac) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("empty", new byte[0]);
    bodies.put("text", text("hello"));
    bodies.put("zeros", new byte[4096]);
    bodies.put("cut off", text(OPEN + "<dict><key>UDID</key><str"));
    bodies.put("an array", text(OPEN + "<array/></plist>"));
    bodies.put("a string", text(OPEN + "<string>x</string></plist>"));
    bodies.put("nothing in it", text(OPEN + "<dict/></plist>"));
    bodies.put("5,000 deep", text(OPEN + "<array>".repeat(5000) + "</array>".repeat(5000)));
    bodies.put("deep and open", text(OPEN + "<dict><key>a</key>".repeat(20_000)));
    bodies.put("ASCII plist", text("(".repeat(40_000)));
    bodies.put("huge binary length", hugeLength());
    bodies.put("binary head only", text("bplist00"));
    bodies.put("inner entity", text("<!DOCTYPE plist [<!ENTITY x \"y\">]>" + dict(mac, "&x;")));
    bodies.put(
        "outer entity",
        text("<!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + dict(mac, "&x;")));
    bodies.put("no kind", text(dict("UDID", string(mac.hardware().udid()))));
    bodies.put("no Mac", text(dict("MessageType", string("CheckOut"), "Status", string("Idle"))));
    bodies.put("number for a text", typed(mac, "<integer>1</integer>"));
    bodies.put("array for a text", typed(mac, "<array/>"));
    bodies.put("unknown kind", typed(mac, string("Teapot")));
    for (String udid :
        new String[] {"' OR 1=1 --", "../../x", "a\r\nb", "<x>", "x".repeat(5000), ""}) {
      bodies.put(
          "UDID " + udid.strip().substring(0, Math.min(9, udid.strip().length())),
          text(
              dict(
                  "MessageType", string("CheckOut"),
                  "Status", string("Idle"),
                  "Topic", string("com.apple.mgmt.x"),
                  "UDID", string(udid))));
    }
    return bodies;
  }

  private static byte[] typed(VirtualMac mac, String value) {
    return text(dict("MessageType", value, "Status", value, "UDID", string(mac.hardware().udid())));
  }

  private static String dict(VirtualMac mac, String status) {
    return dict(
        "MessageType",
        string(status),
        "Status",
        string(status),
        "UDID",
        string(mac.hardware().udid()));
  }

  private static String dict(String... keysAndValues) {
    StringBuilder xml = new StringBuilder("<plist version=\"1.0\"><dict>");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      xml.append("<key>").append(keysAndValues[i]).append("</key>").append(keysAndValues[i + 1]);
    }
    return xml.append("</dict></plist>").toString();
  }

  private static String string(String value) {
    String escaped =
        value.startsWith("&") ? value : value.replace("&", "&amp;").replace("<", "&lt;");
    return "<string>" + escaped + "</string>";
  }

  /** An array of 2^30 items in a file of 47 bytes. */
  private static byte[] hugeLength() {
    ByteBuffer file = ByteBuffer.allocate(47);
    file.put(text("bplist00")).put((byte) 0xAF).put((byte) 0x12).putInt(1 << 30);
    file.put((byte) 8);
    file.position(15 + 6).put((byte) 1).put((byte) 1).putLong(1).putLong(0).putLong(14);
    return file.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
