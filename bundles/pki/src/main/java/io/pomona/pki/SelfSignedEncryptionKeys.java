package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Pairs whose certificate nobody vouches for: it is handed over by a person who knows it. */
@Component
public final class SelfSignedEncryptionKeys implements EncryptionKeys {
  // Who encrypts for us may be behind with the clock.
  private static final Duration BACKDATED = Duration.ofHours(1);

  private final Clock clock;

  @Activate
  public SelfSignedEncryptionKeys() {
    this(Clock.systemUTC());
  }

  SelfSignedEncryptionKeys(Clock clock) {
    this.clock = clock;
  }

  @Override
  public EncryptionKey create(String commonName, Duration life) {
    if (commonName.isBlank()) {
      throw MdmException.invalid(
          "pki.no_name", "common_name", "Name what the certificate is for: the name is empty.");
    }
    KeyPair pair = RsaKey.generate(RsaKey.STRONG);
    Instant now = clock.instant();
    CertificateDraft draft =
        new CertificateDraft(
            commonName, pair.getPublic().getEncoded(), now.minus(BACKDATED), now.plus(life));
    byte[] certificate =
        Issuer.der(
            draft
                .endEntity(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment)
                .selfSigned(pair.getPrivate()));
    return new EncryptionKey(Secret.of(pair.getPrivate().getEncoded()), certificate);
  }

  @Override
  public Secret open(byte[] enveloped, Secret key, byte[] certificate) {
    return Envelope.read(enveloped).open(key, Issuer.parse(certificate));
  }
}
