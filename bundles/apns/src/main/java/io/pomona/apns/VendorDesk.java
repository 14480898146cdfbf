package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.apns.PushRequestStore.VendorPair;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.SecretVault;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The organization's own MDM vendor certificate, which signs its requests. */
@Component(service = VendorDesk.class, configurationPid = ApnsConfig.PID)
public final class VendorDesk {
  private static final String PURPOSE = "apns.vendor";

  private final PushRequestStore store;
  private final SecretVault vault;
  private final String root;
  private final Clock clock;

  @Activate
  public VendorDesk(
      @Reference PushRequestStore store, @Reference SecretVault vault, ApnsConfig config) {
    this(store, vault, config.vendor_root_sha256(), Clock.systemUTC());
  }

  VendorDesk(PushRequestStore store, SecretVault vault, String root, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.root = root;
    this.clock = clock;
  }

  /** What is shown of it. */
  public record VendorView(
      String commonName,
      String serialNumber,
      String issuer,
      Instant renewDate,
      String loadedBy,
      Instant loadedAt) {}

  public VendorView load(Actor actor, PushMaterial material) {
    VendorChain chain = VendorChain.of(material.chain(), root, clock.instant());
    chain.requireKey(material.key());
    Optional<VendorView> before = view();
    ActivityDraft draft = about(actor, "loaded_vendor_certificate", chain.leaf());
    store.saveVendor(
        new VendorPair(
            vault.seal(PURPOSE, Secret.of(material.key().getEncoded())),
            new PushPair(chain.certificates(), material.key()).encodedChain(),
            clock.instant(),
            actor.name()),
        before.map(old -> draft.with("previous_serial_number", old.serialNumber())).orElse(draft));
    return view().orElseThrow(VendorDesk::none);
  }

  private static ActivityDraft about(Actor actor, String type, X509Certificate leaf) {
    return ActivityDraft.of(actor, type)
        .with("common_name", PushCertificateFile.commonName(leaf.getSubjectX500Principal()))
        .with("serial_number", leaf.getSerialNumber().toString());
  }

  public Optional<VendorView> view() {
    return store.vendor().map(VendorDesk::view);
  }

  private static VendorView view(VendorPair pair) {
    X509Certificate leaf = chain(pair).get(0);
    return new VendorView(
        PushCertificateFile.commonName(leaf.getSubjectX500Principal()),
        leaf.getSerialNumber().toString(),
        PushCertificateFile.commonName(leaf.getIssuerX500Principal()),
        leaf.getNotAfter().toInstant(),
        pair.savedBy(),
        pair.savedAt());
  }

  private static List<X509Certificate> chain(VendorPair pair) {
    List<X509Certificate> chain = new ArrayList<>();
    for (byte[] der : pair.chain()) {
      try {
        chain.add(PushCertificateFile.der(der));
      } catch (CertificateException e) {
        throw MdmException.unavailable(
                "apns.damaged", "The stored vendor certificate is damaged. Load it again.")
            .causedBy(e);
      }
    }
    return chain;
  }

  public void delete(Actor actor) {
    X509Certificate leaf = chain(store.vendor().orElseThrow(VendorDesk::none)).get(0);
    store.deleteVendor(about(actor, "deleted_vendor_certificate", leaf), clock.instant());
  }

  public static MdmException none() {
    return MdmException.notFound(
        "apns.no_vendor", "No MDM vendor certificate is loaded, so nothing is signed here.");
  }

  /**
   * The request as a file for Apple's portal.
   *
   * @throws MdmException conflict when nobody has signed it
   */
  public byte[] file(PushRequest request) {
    return request.signed().orElseGet(() -> sign(request));
  }

  private byte[] sign(PushRequest request) {
    VendorPair pair =
        store
            .vendor()
            .orElseThrow(
                () ->
                    MdmException.conflict(
                        "apns.not_signed",
                        "Apple takes a request only with the signature of an MDM vendor. Load your"
                            + " vendor certificate and its key (pomonactl apns vendor), or let"
                            + " mdmcert.download sign the request (pomonactl apns mdmcert send)."));
    VendorChain chain = VendorChain.of(chain(pair), root, clock.instant());
    PrivateKey key = PrivateKeyFile.pkcs8(vault.open(PURPOSE, pair.sealedKey()).reveal());
    return PushRequestFile.sign(request.content().request(), chain.certificates(), key);
  }

  /**
   * What Apple's portal takes, or why there is nothing for it.
   *
   * @param reason empty text with a file
   */
  public record Attempt(Optional<byte[]> file, String reason) {}

  /** The same as {@link #file}, for who shows the request anyway. */
  public Attempt attempt(PushRequest request) {
    try {
      return new Attempt(Optional.of(file(request)), "");
    } catch (MdmException e) {
      return new Attempt(Optional.empty(), e.getMessage());
    }
  }
}
