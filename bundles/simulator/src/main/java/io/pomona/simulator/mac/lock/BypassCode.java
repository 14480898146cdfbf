package io.pomona.simulator.mac.lock;

import java.security.SecureRandom;

/** An Activation Lock bypass code in Apple's form: 26 symbols in groups of 5, 5, 4, 4, 4 and 4. */
final class BypassCode {

  private static final String SYMBOLS = "0123456789ACDEFGHJKLMNPQRTUVWXYZ";
  private static final int[] GROUPS = {5, 5, 4, 4, 4, 4};
  private static final SecureRandom RANDOM = new SecureRandom();

  private BypassCode() {}

  static String fresh() {
    StringBuilder code = new StringBuilder();
    for (int group : GROUPS) {
      if (code.length() > 0) {
        code.append('-');
      }
      for (int i = 0; i < group; i++) {
        code.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
      }
    }
    return code.toString();
  }
}
