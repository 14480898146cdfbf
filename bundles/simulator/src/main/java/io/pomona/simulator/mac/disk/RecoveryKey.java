package io.pomona.simulator.mac.disk;

import java.security.SecureRandom;

/** A personal recovery key as macOS makes it: six groups of four, and chance behind each letter. */
final class RecoveryKey {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int GROUPS = 6;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryKey() {}

  static String fresh() {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        key.append('-');
      }
      key.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return key.toString();
  }
}
