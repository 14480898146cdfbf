package io.pomona.protocol.command;

/** Which texts may name a command: short, and harmless inside XML, paths and logs. */
final class CommandUuids {
  private static final int MAX_LENGTH = 64;

  private CommandUuids() {}

  static String require(String uuid) {
    boolean good = !uuid.isEmpty() && uuid.length() <= MAX_LENGTH;
    for (int i = 0; good && i < uuid.length(); i++) {
      good = isAllowed(uuid.charAt(i));
    }
    if (!good) {
      throw new MalformedCommandException(
          "The CommandUUID is not made of 1 to "
              + MAX_LENGTH
              + " letters, digits, hyphens, dots and underscores.");
    }
    return uuid;
  }

  private static boolean isAllowed(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
