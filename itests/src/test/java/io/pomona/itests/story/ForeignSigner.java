package io.pomona.itests.story;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** Signs profiles as another MDM does, with a certificate that nobody here knows. */
final class ForeignSigner {
  private static final Duration YEAR = Duration.ofDays(365);

  private final Identity identity;
  private final Instant signingTime;

  private ForeignSigner(Identity identity, Instant signingTime) {
    this.identity = identity;
    this.signingTime = signingTime;
  }

  static ForeignSigner create(KeySource keys) {
    return at(keys, Instant.now());
  }

  /** One whose certificate was good when it signed, and has ended since. */
  static ForeignSigner ofLongAgo(KeySource keys) {
    return at(keys, Instant.now().minus(YEAR.multipliedBy(2)));
  }

  private static ForeignSigner at(KeySource keys, Instant time) {
    Clock clock = Clock.fixed(time, ZoneOffset.UTC);
    KeyPair key = keys.next();
    Authority authority = Authority.create("CN=Old MDM CA,O=Old", keys.next(), clock);
    X500Name subject = new X500Name("CN=Old MDM,O=Old");
    return new ForeignSigner(
        new Identity(
            key.getPrivate(), authority.issue(Leaf.client(subject, key.getPublic()).lasting(YEAR))),
        time.plusSeconds(60));
  }

  byte[] sign(byte[] profile) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time()))
              .build(
                  new JcaContentSignerBuilder("SHA256withRSA").build(identity.key()),
                  identity.certificate()));
      generator.addCertificates(new CollectionStore<>(List.of(identity.certificate())));
      return generator.generate(new CMSProcessableByteArray(profile), true).getEncoded();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private AttributeTable time() {
    return new AttributeTable(
        new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(signingTime)))));
  }
}
