package io.pomona.itests.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** How bytes may be written down so that whoever finds them can read them. */
enum Spelling {
  PLAIN("as it is", value -> value),
  UTF_16("in UTF-16", value -> text(value).getBytes(StandardCharsets.UTF_16LE)),
  HEX("in hex", value -> ascii(HexFormat.of().formatHex(value))),
  UPPER_HEX("in hex", value -> ascii(HexFormat.of().withUpperCase().formatHex(value))),
  BASE64("in base64", value -> aligned(Base64.getEncoder(), value, 0)),
  BASE64_AFTER_1("in base64", value -> aligned(Base64.getEncoder(), value, 1)),
  BASE64_AFTER_2("in base64", value -> aligned(Base64.getEncoder(), value, 2)),
  URL_BASE64("in base64", value -> aligned(Base64.getUrlEncoder(), value, 0)),
  URL_BASE64_AFTER_1("in base64", value -> aligned(Base64.getUrlEncoder(), value, 1)),
  URL_BASE64_AFTER_2("in base64", value -> aligned(Base64.getUrlEncoder(), value, 2));

  private final String words;
  private final UnaryOperator<byte[]> form;

  Spelling(String words, UnaryOperator<byte[]> form) {
    this.words = words;
    this.form = form;
  }

  String words() {
    return words;
  }

  byte[] of(byte[] value) {
    return form.apply(value);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What is left of it whatever stands before and after: only whole characters of its own. */
  private static byte[] aligned(Base64.Encoder encoder, byte[] value, int before) {
    byte[] shifted = new byte[before + value.length];
    System.arraycopy(value, 0, shifted, before, value.length);
    byte[] encoded = encoder.withoutPadding().encode(shifted);
    int first = (before * 8 + 5) / 6;
    return Arrays.copyOfRange(encoded, first, shifted.length * 8 / 6);
  }
}
