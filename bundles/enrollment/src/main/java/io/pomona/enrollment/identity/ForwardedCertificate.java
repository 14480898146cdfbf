package io.pomona.enrollment.identity;

import io.pomona.api.MdmException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads the header in which a proxy passes a client certificate on: RFC 9440's {@code :base64:} or
 * nginx's URL-escaped PEM.
 */
final class ForwardedCertificate {
  private static final int LONGEST = 64 << 10;
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";

  private ForwardedCertificate() {}

  static byte[] der(String header) {
    String text = header.strip();
    if (text.length() > LONGEST) {
      throw malformed();
    }
    try {
      return isByteSequence(text)
          ? Base64.getDecoder().decode(text.substring(1, text.length() - 1))
          : pem(unescape(text));
    } catch (IllegalArgumentException e) {
      throw malformed().causedBy(e);
    }
  }

  private static boolean isByteSequence(String text) {
    return text.length() > 2 && text.startsWith(":") && text.endsWith(":");
  }

  private static byte[] pem(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw malformed();
    }
    String body = text.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
    return Base64.getDecoder().decode(body);
  }

  // Not URLDecoder: it takes the plus sign, which base64 is full of, for a space.
  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        out.append((char) octet(text, i + 1));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return new String(
        out.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII);
  }

  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      throw malformed();
    }
    return Integer.parseInt(text, at, at + 2, 16) & 0xFF;
  }

  private static MdmException malformed() {
    return MdmException.malformed(
        "enrollment.bad_forwarded_certificate",
        "The proxy's client certificate header is neither RFC 9440 nor an escaped PEM.");
  }
}
