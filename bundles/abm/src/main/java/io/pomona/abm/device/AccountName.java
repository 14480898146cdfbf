package io.pomona.abm.device;

import java.text.Normalizer;
import java.util.Locale;

/** A short name that macOS takes for an account, made of an e-mail address. */
final class AccountName {
  private static final int LONGEST = 31;

  private AccountName() {}

  static String of(String email) {
    String local = email.substring(0, Math.max(0, email.lastIndexOf('@')));
    String plain =
        Normalizer.normalize(local, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]", "");
    String name = plain.replaceFirst("^[._-]+", "");
    if (name.isEmpty()) {
      return "user";
    }
    String begun = Character.isDigit(name.charAt(0)) ? "u" + name : name;
    return begun.substring(0, Math.min(begun.length(), LONGEST));
  }
}
