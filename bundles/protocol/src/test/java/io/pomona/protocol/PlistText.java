package io.pomona.protocol;

import java.nio.charset.StandardCharsets;

/** Property lists written by hand, for tests. */
public final class PlistText {
  public static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
          + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n";

  private PlistText() {}

  /** A whole document around the content of the root dictionary. */
  public static byte[] dict(String content) {
    return utf8(HEAD + "<plist version=\"1.0\"><dict>" + content + "</dict></plist>");
  }

  public static String string(String key, String value) {
    return "<key>" + key + "</key><string>" + value + "</string>";
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
