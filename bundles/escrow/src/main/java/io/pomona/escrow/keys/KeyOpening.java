package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.api.pki.SecretVault;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Opens the envelope in which a Mac sends its recovery key, whichever of our certificates it is
 * for, looks whether a key is in it, and seals that under the present generation.
 */
@Component(service = KeyOpening.class)
public final class KeyOpening {
  private static final String FOR_ANOTHER = "pki.envelope_for_another";

  private static final String NO_KEY =
      "It opens, but what is in it does not have the form of a recovery key.";

  private static final String TOO_LARGE = "It is larger than any envelope with a recovery key.";

  private static final String DUMMY =
      "It holds the placeholder that macOS 10.13 sends instead of a key.";

  private final EscrowCertificateStore certificates;
  private final EncryptionKeys keys;
  private final SecretVault vault;

  @Activate
  public KeyOpening(
      @Reference EscrowCertificateStore certificates,
      @Reference EncryptionKeys keys,
      @Reference SecretVault vault) {
    this.certificates = certificates;
    this.keys = keys;
    this.vault = vault;
  }

  /**
   * @throws MdmException unavailable, when a certificate's own key cannot be unsealed: the envelope
   *     may well open once that is mended
   */
  public OpenedEnvelope open(byte[] envelope) {
    if (envelope.length > EnvelopeStore.LARGEST) {
      return unreadable(envelope, Optional.empty(), TOO_LARGE);
    }
    for (EscrowCertificate each : certificates.list()) {
      try {
        Optional<OpenedEnvelope> opened = open(envelope, each);
        if (opened.isPresent()) {
          return opened.get();
        }
      } catch (MdmException e) {
        if (e.kind() != MdmException.Kind.INVALID) {
          throw e;
        }
        return unreadable(envelope, ifNamed(e, each), why(e));
      }
    }
    return unreadable(
        envelope,
        Optional.empty(),
        "It is encrypted for a certificate that is not known here, such as that of another MDM.");
  }

  /** Empty where it is for another certificate. */
  private Optional<OpenedEnvelope> open(byte[] envelope, EscrowCertificate certificate) {
    Secret own = vault.open(SealPurpose.CERTIFICATE, certificate.sealedKey());
    try {
      Secret content = keys.open(envelope, own, certificate.certificate());
      return Optional.of(checked(envelope, certificate.id(), content));
    } catch (MdmException e) {
      if (e.code().equals(FOR_ANOTHER)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private OpenedEnvelope checked(byte[] envelope, EscrowCertificateId certificate, Secret content) {
    Optional<Secret> key = KeyForm.read(content);
    return key.filter(text -> !KeyForm.isDummy(text))
        .map(text -> sealed(envelope, certificate, text))
        .orElseGet(
            () -> unreadable(envelope, Optional.of(certificate), key.isEmpty() ? NO_KEY : DUMMY));
  }

  private OpenedEnvelope sealed(byte[] envelope, EscrowCertificateId certificate, Secret key) {
    EscrowCertificateId generation = certificates.current().orElseThrow().id();
    return new OpenedEnvelope(
        envelope,
        Optional.of(certificate),
        Optional.of(generation),
        Optional.of(vault.seal(SealPurpose.recoveryKey(generation), key)),
        Optional.of(KeyForm.fingerprint(key)),
        Optional.empty());
  }

  // An envelope that cannot be read at all names no certificate.
  private static Optional<EscrowCertificateId> ifNamed(MdmException e, EscrowCertificate tried) {
    boolean named =
        e.code().equals("pki.envelope_damaged") || e.code().equals("pki.envelope_algorithm");
    return named ? Optional.of(tried.id()) : Optional.empty();
  }

  private static String why(MdmException e) {
    return switch (e.code()) {
      case "pki.envelope_damaged" -> "It names our certificate and cannot be opened with its key.";
      case "pki.envelope_algorithm" -> "It is encrypted in a way that is not supported.";
      default -> "What the Mac sent is no encrypted message.";
    };
  }

  private static OpenedEnvelope unreadable(
      byte[] envelope, Optional<EscrowCertificateId> certificate, String why) {
    return new OpenedEnvelope(
        envelope,
        certificate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(why));
  }
}
