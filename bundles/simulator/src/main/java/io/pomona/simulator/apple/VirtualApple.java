package io.pomona.simulator.apple;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.crypto.Leaf;
import io.pomona.simulator.wire.OwnedFile;
import io.pomona.simulator.wire.Plist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The root of the virtual Apple with what it issued: the TLS identity of its services, push
 * certificates, and the authority that vouches for devices.
 */
public final class VirtualApple {

  private static final String FILE = "apple.plist";

  private final Authority root;
  private final Identity tls;
  private final DeviceAuthority devices;
  private final KeySource keys;

  private VirtualApple(Authority root, Identity tls, DeviceAuthority devices, KeySource keys) {
    this.root = root;
    this.tls = tls;
    this.devices = devices;
    this.keys = keys;
  }

  public static VirtualApple create(KeySource keys, Clock clock) {
    String name = "CN=Virtual Apple Root CA, OU=Certification Authority, O=virtual Apple, C=US";
    Authority root = Authority.create(name, keys.next(), clock);
    KeyPair pair = keys.next();
    Identity tls = new Identity(pair.getPrivate(), root.issue(Leaf.localServer(pair.getPublic())));
    return new VirtualApple(root, tls, DeviceAuthority.under(root.identity(), keys), keys);
  }

  /** The same Apple again from this folder; a new one where there is none. */
  public static VirtualApple open(Path folder, KeySource keys, Clock clock) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      Plist document = Plist.read(Files.readAllBytes(file));
      Authority root = new Authority(identity(document, "Root"), clock);
      if (document.data("DevicesKey").isPresent()) {
        DeviceAuthority devices = new DeviceAuthority(identity(document, "Devices"), keys);
        return new VirtualApple(root, identity(document, "Tls"), devices, keys);
      }
      DeviceAuthority devices = DeviceAuthority.under(root.identity(), keys);
      return new VirtualApple(root, identity(document, "Tls"), devices, keys).kept(file);
    }
    return create(keys, clock).kept(file);
  }

  private VirtualApple kept(Path file) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    root.identity().writeTo(document, "Root");
    tls.writeTo(document, "Tls");
    devices.identity().writeTo(document, "Devices");
    OwnedFile.replace(file, Plist.of(document).xml());
    return this;
  }

  private static Identity identity(Plist document, String name) {
    return Identity.of(
        document.data(name + "Key").orElseThrow(),
        document.data(name + "Certificate").orElseThrow());
  }

  /** A push pair for the topic com.apple.mgmt.External.uuid, good for a year. */
  public PushIdentity pushIdentity(UUID uuid) {
    return pushIdentity(uuid, Duration.ofDays(365));
  }

  /** The same topic again is what a renewal gives; a negative duration is one that has expired. */
  public PushIdentity pushIdentity(UUID uuid, Duration validity) {
    KeyPair pair = keys.next();
    Leaf leaf = Leaf.client(pushSubject(uuid), pair.getPublic()).lasting(validity);
    return new PushIdentity(new Identity(pair.getPrivate(), root.issue(leaf)));
  }

  /** The push pair kept in this folder, made at the first call: one topic for good. */
  public PushIdentity keptPushIdentity(Path folder) throws IOException {
    Path file = folder.resolve("push.plist");
    if (!Files.exists(file)) {
      Map<String, Object> document = new LinkedHashMap<>();
      pushIdentity(UUID.randomUUID()).identity().writeTo(document, "Push");
      OwnedFile.replace(file, Plist.of(document).xml());
    }
    return new PushIdentity(identity(Plist.read(Files.readAllBytes(file)), "Push"));
  }

  /** Who vouches that a Mac is one. */
  public DeviceAuthority devices() {
    return devices;
  }

  /** The certificate of an MDM vendor, with the intermediate that issued it. */
  public VendorIdentity vendorIdentity(String company, Duration validity) {
    Authority relations =
        root.subordinate(
            "CN=Virtual Worldwide Developer Relations Certification Authority, O=virtual Apple",
            keys.next());
    X500Name subject =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.CN, "MDM Vendor: " + company)
            .addRDN(BCStyle.O, company)
            .build();
    KeyPair pair = keys.next();
    Leaf leaf = Leaf.client(subject, pair.getPublic()).lasting(validity);
    return new VendorIdentity(
        new Identity(pair.getPrivate(), relations.issue(leaf)),
        relations.identity().certificate(),
        root.identity().certificate());
  }

  /** A push certificate for a key that is somebody else's. */
  X509CertificateHolder pushCertificate(UUID uuid, PublicKey key) {
    return root.issue(Leaf.client(pushSubject(uuid), key));
  }

  private static X500Name pushSubject(UUID uuid) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.UID, "com.apple.mgmt.External." + uuid)
        .addRDN(BCStyle.CN, "APSP:" + uuid)
        .addRDN(BCStyle.C, "US")
        .build();
  }

  /** What a server must trust to reach the virtual APNs and the virtual ABM. */
  public String rootPem() {
    return root.pem();
  }

  /** The fingerprint by which a server knows this Apple from the real one. */
  public String rootSha256() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(root.identity().der()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Identity root() {
    return root.identity();
  }

  /** A certificate for localhost, for every service of this Apple. */
  public Identity tls() {
    return tls;
  }
}
