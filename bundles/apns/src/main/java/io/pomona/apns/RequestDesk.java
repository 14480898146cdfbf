package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.apns.PushRequestStore.NewPushRequest;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.CertificateRequests;
import io.pomona.api.pki.CertificateRequests.KeyRequest;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.api.pki.SecretVault;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests for push certificates whose key is made here. A request lies beside the pair in use and
 * touches nothing until a certificate comes that fits it.
 */
@Component(service = RequestDesk.class)
public final class RequestDesk {
  static final String ENCRYPTION = "apns.encryption";
  private static final Duration ENCRYPTION_LIFE = Duration.ofDays(365);

  private final PushRequestStore store;
  private final CertificateDesk certificates;
  private final PushIdentities live;
  private final CertificateRequests requests;
  private final EncryptionKeys encryption;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public RequestDesk(
      @Reference PushRequestStore store,
      @Reference CertificateDesk certificates,
      @Reference PushIdentities live,
      @Reference CertificateRequests requests,
      @Reference EncryptionKeys encryption,
      @Reference SecretVault vault) {
    this(store, certificates, live, requests, encryption, vault, Clock.systemUTC());
  }

  RequestDesk(
      PushRequestStore store,
      CertificateDesk certificates,
      PushIdentities live,
      CertificateRequests requests,
      EncryptionKeys encryption,
      SecretVault vault,
      Clock clock) {
    this.store = store;
    this.certificates = certificates;
    this.live = live;
    this.requests = requests;
    this.encryption = encryption;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What was made, and what went for it.
   *
   * @param dropped the oldest requests, of which there were too many: a certificate that Apple
   *     issues for one of them fits no key any more
   */
  public record Created(PushRequest request, List<PushRequest> dropped) {
    /** A sentence for each that went, empty text for none. */
    public String warning() {
      return dropped.stream().map(Created::words).collect(Collectors.joining(" "));
    }

    private static String words(PushRequest old) {
      return "The request of %s for %s was dropped, since %d wait at most: a certificate that Apple issues for it cannot be loaded."
          .formatted(old.content().createdAt(), old.content().email(), PushRequestStore.MOST);
    }
  }

  /** A new key with a request for it. The pair in use stays in use. */
  public Created create(Actor actor, String email, String organization) {
    Requester who = Requester.checked(email, organization);
    KeyRequest made = requests.create(who.name());
    EncryptionKey answers = encryption.create(who.name().commonName(), ENCRYPTION_LIFE);
    List<PushRequest> dropped = store.pending().stream().skip(PushRequestStore.MOST - 1).toList();
    store.save(
        new NewPushRequest(
            who.email(),
            who.organization(),
            made.request(),
            vault.seal(LoadedPushCertificates.PURPOSE, made.key()),
            vault.seal(ENCRYPTION, answers.key()),
            answers.certificate(),
            clock.instant(),
            actor.name()),
        ActivityDraft.of(actor, "requested_apns_certificate")
            .with("email", who.email())
            .with("organization", who.organization())
            .with("dropped", dropped.stream().map(RequestDesk::made).toList()));
    return new Created(newest(), dropped);
  }

  private static String made(PushRequest request) {
    return request.content().createdAt().toString();
  }

  /** Those that wait for a certificate, newest first. */
  public List<PushRequest> all() {
    return store.pending();
  }

  /**
   * @throws MdmException not found when nothing was requested, or its certificate has come
   */
  public PushRequest newest() {
    return store.pending().stream()
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "apns.no_request",
                    "No push certificate is requested. Make a request first: pomonactl generate"
                        + " mdm-apple --email YOU --org NAME."));
  }

  /** The request in PEM, for a vendor that signs elsewhere. */
  public static String pem(PushRequest request) {
    return PemText.of("CERTIFICATE REQUEST", request.content().request());
  }

  /** Takes in use the certificate that Apple issued for a key that lies here. */
  public PushCertificateView accept(Actor actor, byte[] certificate, LoadTerms terms) {
    List<X509Certificate> chain = PushCertificateFile.read(certificate);
    for (PushRequest request : store.pending()) {
      PrivateKey key = key(request);
      if (PushPair.belongs(key, chain.get(0))) {
        return certificates.load(
            actor, new PushMaterial(chain, key), terms, Optional.of(request.id()));
      }
    }
    return certificates.load(actor, new PushMaterial(chain, liveKey(chain.get(0))), terms);
  }

  private PrivateKey key(PushRequest request) {
    Secret key = vault.open(LoadedPushCertificates.PURPOSE, request.content().sealedKey());
    return PrivateKeyFile.pkcs8(key.reveal());
  }

  /** Apple renews for the same request as well. */
  private PrivateKey liveKey(X509Certificate certificate) {
    return live.identity()
        .map(PushIdentity::key)
        .filter(key -> PushPair.belongs(key, certificate))
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "apns.no_request_fits",
                    "certificate",
                    "The certificate was issued for a key that is not here. Upload at"
                        + " identity.apple.com/pushcert the request that was made here last, or"
                        + " load the certificate together with its key."));
  }
}
