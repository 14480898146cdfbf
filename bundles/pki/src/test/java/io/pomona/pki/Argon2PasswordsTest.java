package io.pomona.pki;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.Secret;
import java.util.List;
import java.util.Locale;
import org.junit.Test;

public class Argon2PasswordsTest {
  private final Argon2Passwords passwords = new Argon2Passwords();

  @Test
  public void matchesOnlyTheSamePassword() {
    String hash = passwords.hash(Secret.of("correct horse"));
    assertTrue(hash, hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertTrue(passwords.matches(Secret.of("correct horse"), hash));
    assertFalse(passwords.matches(Secret.of("correct hors"), hash));
    assertNotEquals(hash, passwords.hash(Secret.of("correct horse")));
  }

  @Test
  public void isWrittenAndReadInEveryLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("fa-IR"));
    try {
      String hash = passwords.hash(Secret.of("correct horse"));
      assertTrue(hash, passwords.matches(Secret.of("correct horse"), hash));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  public void readsWhatTheReferenceImplementationWrote() {
    // argon2 "password", salt "somesalt", -id -t 2 -k 65536 -p 1, from its own test suite
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(passwords.matches(Secret.of("password"), hash));
  }

  @Test
  public void whatIsNoHashMatchesNothing() {
    for (String hash :
        List.of(
            "",
            "password",
            "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=999999,t=99,p=9$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=19456,t=2,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")) {
      assertFalse(hash, passwords.matches(Secret.of("password"), hash));
    }
    passwords.pretend(Secret.of("password"));
  }
}
