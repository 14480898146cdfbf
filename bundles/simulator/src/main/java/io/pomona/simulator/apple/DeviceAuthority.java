package io.pomona.simulator.apple;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * What the real world calls Apple iPhone Device CA: it vouches for devices, Macs among them, with a
 * certificate that ended years ago. Whoever checks the dates of what it issued turns each Mac away.
 */
public final class DeviceAuthority {

  private static final Instant FROM = Instant.parse("2007-04-16T22:54:46Z");
  private static final Instant UNTIL = Instant.parse("2014-04-16T22:54:46Z");
  private static final X500Name NAME =
      new X500Name("CN=Virtual iPhone Device CA, OU=virtual Apple iPhone, O=virtual Apple, C=US");

  private final Identity identity;
  private final KeySource keys;

  DeviceAuthority(Identity identity, KeySource keys) {
    this.identity = identity;
    this.keys = keys;
  }

  static DeviceAuthority under(Identity root, KeySource keys) {
    KeyPair pair = keys.next();
    X509CertificateHolder certificate =
        issue(root, NAME, pair.getPublic(), "SHA1withRSA", FROM, UNTIL, true);
    return new DeviceAuthority(new Identity(pair.getPrivate(), certificate), keys);
  }

  /** What a server that takes Macs of this world must trust in the place of Apple's. */
  public String pem() {
    return Certificates.pem(identity.certificate());
  }

  public X509CertificateHolder certificate() {
    return identity.certificate();
  }

  Identity identity() {
    return identity;
  }

  /** The identity that a Mac left the factory with; its year is over as well. */
  public Identity identityOf(String udid, boolean sha1) {
    KeyPair pair = keys.next();
    X500Name subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, udid)
            .addRDN(BCStyle.O, "virtual Apple")
            .build();
    String algorithm = sha1 ? "SHA1withRSA" : "SHA256withRSA";
    Instant until = FROM.plus(Duration.ofDays(365L * 15));
    return new Identity(
        pair.getPrivate(),
        issue(
            identity,
            subject,
            pair.getPublic(),
            algorithm,
            until.minus(Duration.ofDays(365)),
            until,
            false));
  }

  private static X509CertificateHolder issue(
      Identity issuer,
      X500Name subject,
      PublicKey key,
      String algorithm,
      Instant from,
      Instant until,
      boolean authority) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  issuer.certificate().getSubject(),
                  new BigInteger(63, new SecureRandom()).add(BigInteger.ONE),
                  Date.from(from),
                  Date.from(until),
                  subject,
                  key)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      return builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.key()));
    } catch (CertIOException | OperatorCreationException e) {
      throw new IllegalStateException("Cannot issue for " + subject, e);
    }
  }
}
