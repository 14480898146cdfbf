package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.api.pki.SecretVault;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way over mdmcert.download: it signs the request with a vendor certificate of its own and
 * mails the result, encrypted for us.
 */
@Component(service = Mdmcert.class, configurationPid = ApnsConfig.PID)
public final class Mdmcert {
  private static final int LARGEST = 1 << 20;

  private final PushRequestStore store;
  private final EncryptionKeys encryption;
  private final SecretVault vault;
  private final MdmcertService service;
  private final Clock clock;

  @Activate
  public Mdmcert(
      @Reference PushRequestStore store,
      @Reference EncryptionKeys encryption,
      @Reference SecretVault vault,
      ApnsConfig config) {
    this(store, encryption, vault, MdmcertService.of(config), Clock.systemUTC());
  }

  Mdmcert(
      PushRequestStore store,
      EncryptionKeys encryption,
      SecretVault vault,
      MdmcertService service,
      Clock clock) {
    this.store = store;
    this.encryption = encryption;
    this.vault = vault;
    this.service = service;
    this.clock = clock;
  }

  /** Whether this server has a key of the service. */
  public boolean isOpen() {
    return service.hasKey();
  }

  /** Sends a request; the answer comes by e-mail to who asked. */
  public void send(Actor actor, PushRequest request) {
    service.send(
        request.content().email(),
        RequestDesk.pem(request),
        PemText.of("CERTIFICATE", request.content().encryptionCertificate()));
    store.sent(request.id(), about(actor, "sent_apns_request", request), clock.instant());
  }

  private ActivityDraft about(Actor actor, String type, PushRequest request) {
    return ActivityDraft.of(actor, type)
        .with("email", request.content().email())
        .with("service", service.host());
  }

  /**
   * Opens what was mailed and keeps it beside its request.
   *
   * @param answer the attached file: hexadecimal digits
   */
  public void open(Actor actor, String answer) {
    byte[] cms = bytes(answer);
    List<PushRequest> pending = store.pending();
    if (pending.isEmpty()) {
      throw MdmException.notFound(
          "apns.no_request", "No push certificate is requested, so no answer is waited for.");
    }
    PushRequest request = recipient(cms, pending);
    byte[] file =
        PushRequestFile.checked(opened(cms, request), request.content().request(), clock.instant());
    store.signed(request.id(), file, about(actor, "signed_apns_request", request), clock.instant());
  }

  private static byte[] bytes(String answer) {
    String digits = answer.replaceAll("\\s+", "");
    try {
      if (!digits.isEmpty() && digits.length() <= 2 * LARGEST) {
        return HexFormat.of().parseHex(digits);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw MdmException.invalid(
        "apns.bad_answer",
        "answer",
        "The answer of mdmcert.download is a file of hexadecimal digits. Send the attachment of its"
            + " e-mail as it came.");
  }

  /** The newest that it opens for; of one that opens for none, what is said of the newest. */
  private PushRequest recipient(byte[] cms, List<PushRequest> pending) {
    for (PushRequest request : pending) {
      try {
        opened(cms, request);
        return request;
      } catch (MdmException e) {
        if (!e.code().equals("pki.envelope_for_another")) {
          throw e;
        }
      }
    }
    return pending.get(0);
  }

  private byte[] opened(byte[] cms, PushRequest request) {
    Secret key = vault.open(RequestDesk.ENCRYPTION, request.content().sealedEncryptionKey());
    return encryption.open(cms, key, request.content().encryptionCertificate()).reveal();
  }
}
