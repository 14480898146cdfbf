package io.pomona.testkit;

import io.pomona.api.Secret;
import io.pomona.api.pki.Passwords;
import java.util.concurrent.atomic.AtomicInteger;

/** Quick, and counts how often the time of a comparison was spent for nobody. */
public final class FakePasswords implements Passwords {
  private final AtomicInteger pretended = new AtomicInteger();

  @Override
  public String hash(Secret password) {
    return "$fake$" + HashTexts.hex(password.reveal());
  }

  @Override
  public boolean matches(Secret password, String hash) {
    return hash(password).equals(hash);
  }

  @Override
  public void pretend(Secret password) {
    pretended.incrementAndGet();
  }

  public int pretended() {
    return pretended.get();
  }
}
