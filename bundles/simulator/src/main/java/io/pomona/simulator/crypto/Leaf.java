package io.pomona.simulator.crypto;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What an {@link Authority} is asked to put into a certificate. */
public record Leaf(
    X500Name subject,
    PublicKey key,
    Duration validity,
    List<KeyPurposeId> purposes,
    List<GeneralName> names) {

  /** A TLS server on this machine. */
  public static Leaf localServer(PublicKey key) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    return new Leaf(
        new X500Name("CN=localhost"),
        key,
        Duration.ofDays(397),
        List.of(KeyPurposeId.id_kp_serverAuth),
        names);
  }

  /** A client that shows its subject: a device or a push provider. */
  public static Leaf client(X500Name subject, PublicKey key) {
    return new Leaf(
        subject, key, Duration.ofDays(365), List.of(KeyPurposeId.id_kp_clientAuth), List.of());
  }

  public Leaf lasting(Duration duration) {
    return new Leaf(subject, key, duration, purposes, names);
  }
}
