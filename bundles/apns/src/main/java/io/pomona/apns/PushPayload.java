package io.pomona.apns;

/** The one body that wakes a Mac: {@code {"mdm":"<PushMagic>"}}. */
final class PushPayload {
  private PushPayload() {}

  static String of(String pushMagic) {
    return "{\"mdm\":" + JsonText.of(pushMagic) + "}";
  }
}
