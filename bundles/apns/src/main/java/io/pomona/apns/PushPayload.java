package io.pomona.apns;

/** The one body that wakes a Mac: {@code {"mdm":"<PushMagic>"}}. */
final class PushPayload {
  private PushPayload() {}

  static String of(String pushMagic) {
    StringBuilder json = new StringBuilder(pushMagic.length() + 16).append("{\"mdm\":\"");
    for (int i = 0; i < pushMagic.length(); i++) {
      char c = pushMagic.charAt(i);
      if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return json.append("\"}").toString();
  }
}
