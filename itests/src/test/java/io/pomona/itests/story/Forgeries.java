package io.pomona.itests.story;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.mac.VirtualMac;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Identities and signatures that look like those of a Mac and are not. */
final class Forgeries {
  private static final Duration YEAR = Duration.ofDays(365);

  private final KeyPair key;
  private final X500Name subject;
  private final Authority ours;
  private final Identity genuine;

  Forgeries(Stage stage, VirtualMac mac) {
    this.key = stage.world().keys().next();
    this.genuine = mac.identity().orElseThrow();
    this.subject = genuine.certificate().getSubject();
    this.ours = stage.deviceCa().authority();
  }

  Identity ofForeignCa() {
    String name = ours.identity().certificate().getSubject().toString();
    return issuedBy(Authority.create(name, key, Clock.systemUTC()));
  }

  Identity expired() {
    return issuedBy(at(Instant.now().minus(YEAR.multipliedBy(2))));
  }

  Identity notYetValid() {
    return issuedBy(at(Instant.now().plus(YEAR)));
  }

  Identity withoutEnrollment() {
    return issuedBy(ours);
  }

  /** The genuine certificate, which anybody may have seen, with a key that is not its own. */
  Identity withoutTheKey() {
    return new Identity(key.getPrivate(), genuine.certificate());
  }

  private Authority at(Instant when) {
    return new Authority(ours.identity(), Clock.fixed(when, ZoneOffset.UTC));
  }

  private Identity issuedBy(Authority authority) {
    X509CertificateHolder certificate =
        authority.issue(Leaf.client(subject, key.getPublic()).lasting(YEAR));
    return new Identity(key.getPrivate(), certificate);
  }

  /** The header's value, with as many signers as wanted. */
  String signed(byte[] body, boolean inside, Identity... signers) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (Identity signer : signers) {
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .build(
                    new JcaContentSignerBuilder("SHA256withRSA").build(signer.key()),
                    signer.jca()));
        generator.addCertificate(signer.certificate());
      }
      return Base64.getEncoder()
          .encodeToString(
              generator.generate(new CMSProcessableByteArray(body), inside).getEncoded());
    } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
