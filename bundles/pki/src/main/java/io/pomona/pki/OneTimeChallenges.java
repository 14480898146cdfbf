package io.pomona.pki;

import io.pomona.api.Secret;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ScepChallenges;
import io.pomona.protocol.digest.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** 256 random bits as base64url; only their SHA-256 is kept. */
@Component
public final class OneTimeChallenges implements ScepChallenges {
  private static final int BYTES = 32;

  private final CertificateStore certificates;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public OneTimeChallenges(@Reference CertificateStore certificates) {
    this(certificates, Clock.systemUTC());
  }

  public OneTimeChallenges(CertificateStore certificates, Clock clock) {
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public Secret issue(ChallengeBinding binding, Duration life) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    certificates.saveChallenge(Sha256.hex(challenge), binding, now, now.plus(life));
    return Secret.of(challenge);
  }
}
