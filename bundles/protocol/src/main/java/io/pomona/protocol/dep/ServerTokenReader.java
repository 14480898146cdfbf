package io.pomona.protocol.dep;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads server tokens as ABM hands them out ({@code .p7m}): S/MIME with or without its headers,
 * base64 or raw; inside, once it was opened, a message with JSON. What Apple's mailers and people's
 * editors do to ends of lines does not matter.
 */
public final class ServerTokenReader {
  private static final int MOST_BYTES = 256 << 10;
  private static final String BEGIN = "-----BEGIN MESSAGE-----";
  private static final String END = "-----END MESSAGE-----";
  private static final String AGAIN = " Download it from Apple Business Manager again.";

  private ServerTokenReader() {}

  /** The CMS in a file, which only the key opens that ABM has the certificate of. */
  public static byte[] enveloped(byte[] file) throws MalformedServerTokenException {
    if (file.length == 0 || file.length > MOST_BYTES) {
      throw new MalformedServerTokenException(
          "The file is empty or too large to be a server token. Choose the .p7m that Apple Business"
              + " Manager offers for download.");
    }
    byte[] cms = file[0] == 0x30 ? file : decoded(new String(file, StandardCharsets.ISO_8859_1));
    requireWhole(cms);
    return cms;
  }

  private static byte[] decoded(String text) throws MalformedServerTokenException {
    if (text.contains("BEGIN CERTIFICATE")) {
      throw new MalformedServerTokenException(
          "The file is a certificate, not a server token. Upload it to Apple Business Manager and"
              + " choose the .p7m that it offers for download.");
    }
    String base64 = body(text).replaceAll("(?m)^-----.*$", "").replaceAll("\\s", "");
    if (!base64.matches("[A-Za-z0-9+/]+={0,2}")) {
      throw new MalformedServerTokenException(
          "The file is no server token. Choose the .p7m that Apple Business Manager offers for"
              + " download.");
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw cutOff();
    }
  }

  /** What follows the headers, where there are any. */
  private static String body(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').stripLeading();
    int end = lines.indexOf("\n\n");
    boolean headed = lines.matches("(?s)[A-Za-z-]+:.*");
    return headed && end >= 0 ? lines.substring(end) : lines;
  }

  /** The outermost length; one that is not said at first cannot be checked so. */
  private static void requireWhole(byte[] cms) throws MalformedServerTokenException {
    int said = cms.length > 1 ? cms[1] & 0xFF : 0x81;
    if (said <= 0x80) {
      return;
    }
    int bytes = said - 0x80;
    long length = 0;
    for (int i = 0; i < bytes && i < 4 && i + 2 < cms.length; i++) {
      length = length << 8 | cms[i + 2] & 0xFF;
    }
    if (cms.length < 2L + bytes + length) {
      throw cutOff();
    }
  }

  private static MalformedServerTokenException cutOff() {
    return new MalformedServerTokenException("The file is cut off." + AGAIN);
  }

  /** The token in what was opened. */
  public static ServerToken read(byte[] opened) throws MalformedServerTokenException {
    byte[] json = json(new String(opened, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    JsonNode fields =
        AppleJson.object(json)
            .orElseThrow(
                () -> new MalformedServerTokenException("There is no token in the file." + AGAIN));
    return new ServerToken(
        required(fields, "consumer_key"),
        required(fields, "consumer_secret"),
        required(fields, "access_token"),
        required(fields, "access_secret"),
        AppleJson.time(fields, "access_token_expiry")
            .orElseThrow(() -> lacking("access_token_expiry")));
  }

  /** Lines may be broken anywhere, and the marks may share a line with the JSON. */
  private static String json(String opened) throws MalformedServerTokenException {
    int begin = opened.indexOf(BEGIN);
    if (begin < 0) {
      return opened;
    }
    int end = opened.indexOf(END, begin);
    if (end < 0) {
      throw cutOff();
    }
    return opened.substring(begin + BEGIN.length(), end).replaceAll("[\\r\\n]", "");
  }

  private static String required(JsonNode fields, String name)
      throws MalformedServerTokenException {
    String text = AppleJson.text(fields, name);
    if (text.isBlank()) {
      throw lacking(name);
    }
    return text;
  }

  private static MalformedServerTokenException lacking(String name) {
    return new MalformedServerTokenException(
        "The token in the file lacks its " + name + "." + AGAIN);
  }
}
