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

  /** A new key with a request for it. The pair in use stays in use. */
  public PushRequest create(Actor actor, String email, String organization) {
    Requester who = Requester.checked(email, organization);
    KeyRequest made = requests.create(who.name());
    EncryptionKey answers = encryption.create(who.name().commonName(), ENCRYPTION_LIFE);
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
            .with("organization", who.organization()));
    return newest();
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
