package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.Passwords;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * argon2id with 19 MiB, two passes, one lane. Few at a time, so that logins cannot eat the heap.
 */
@Component
public final class Argon2Passwords implements Passwords {
  private static final int MEMORY = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final long PATIENCE_SECONDS = 10;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
  private final PhcString nobody;

  @Activate
  public Argon2Passwords() {
    nobody = new PhcString(MEMORY, PASSES, 1, randomSalt(), new byte[HASH]);
  }

  @Override
  public String hash(Secret password) {
    PhcString form = new PhcString(MEMORY, PASSES, 1, randomSalt(), new byte[HASH]);
    return new PhcString(MEMORY, PASSES, 1, form.salt(), compute(password, form)).format();
  }

  @Override
  public boolean matches(Secret password, String hash) {
    Optional<PhcString> stored = PhcString.parse(hash);
    PhcString form = stored.orElse(nobody);
    boolean equal = MessageDigest.isEqual(compute(password, form), form.hash());
    return equal && stored.isPresent();
  }

  @Override
  public void pretend(Secret password) {
    compute(password, nobody);
  }

  private byte[] randomSalt() {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return salt;
  }

  private byte[] compute(Secret password, PhcString form) {
    enter();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(form.memory())
              .withIterations(form.passes())
              .withParallelism(form.lanes())
              .withSalt(form.salt())
              .build());
      byte[] hash = new byte[form.hash().length];
      generator.generateBytes(password.reveal(), hash);
      return hash;
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw MdmException.unavailable(
        "pki.passwords_busy", "Too many people log in at once; try again in a few seconds.");
  }
}
