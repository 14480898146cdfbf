package io.pomona.pki;

import io.pomona.api.pki.ProfileSigner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs profiles with a key of its own under the server's root, which enrolled Macs trust. */
@Component
public final class ProfileSigning implements ProfileSigner {
  private static final String PURPOSE = "profile-signer";
  private static final Duration LIFE = Duration.ofDays(824);
  private static final Duration KEPT = Duration.ofHours(1);

  private final ServerRoot root;
  private final Clock clock;
  private volatile Kept kept;

  private record Kept(Issuer signer, Instant until) {}

  @Activate
  public ProfileSigning(@Reference ServerRoot root) {
    this(root, Clock.systemUTC());
  }

  ProfileSigning(ServerRoot root, Clock clock) {
    this.root = root;
    this.clock = clock;
    this.kept = new Kept(null, Instant.MIN);
  }

  @Override
  public byte[] sign(byte[] mobileconfig) {
    Issuer signer = signer();
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .build(
                  new JcaContentSignerBuilder("SHA256withRSA").build(signer.key()),
                  signer.certificate()));
      for (byte[] certificate : signer.chain()) {
        generator.addCertificate(Issuer.parse(certificate));
      }
      return generator
          .generate(new CMSProcessableByteArray(mobileconfig), true)
          .toASN1Structure()
          .getEncoded(ASN1Encoding.DL);
    } catch (CMSException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("A profile could not be signed.", e);
    }
  }

  private Issuer signer() {
    Kept known = kept;
    Instant now = clock.instant();
    if (now.isBefore(known.until())) {
      return known.signer();
    }
    Issuer signer =
        root.current(
            PURPOSE,
            issuer -> true,
            (key, notBefore) ->
                new CertificateDraft("Pomona Profiles", key, notBefore, root.limit(LIFE))
                    .endEntity(KeyUsage.digitalSignature));
    kept = new Kept(signer, now.plus(KEPT));
    return signer;
  }
}
