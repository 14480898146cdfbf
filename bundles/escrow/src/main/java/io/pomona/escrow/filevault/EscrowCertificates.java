package io.pomona.escrow.filevault;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.escrow.KeyCounts;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.keys.SealPurpose;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What Macs encrypt their recovery keys for: pairs of their own, apart from the device CA, so that
 * turning MDM off and on or a new CA makes no key unreadable. All are kept for ever.
 */
@Component(service = EscrowCertificates.class)
public final class EscrowCertificates {
  // Opening asks for no date; a Mac whose certificate has ended encrypts for it all the same.
  private static final Duration LIFE = Duration.ofDays(3653);
  private static final String NAME = "Pomona recovery key escrow";

  private final EscrowCertificateStore store;
  private final RecoveryKeyStore received;
  private final EncryptionKeys keys;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public EscrowCertificates(
      @Reference EscrowCertificateStore store,
      @Reference RecoveryKeyStore received,
      @Reference EncryptionKeys keys,
      @Reference SecretVault vault) {
    this(store, received, keys, vault, Clock.systemUTC());
  }

  EscrowCertificates(
      EscrowCertificateStore store,
      RecoveryKeyStore received,
      EncryptionKeys keys,
      SecretVault vault,
      Clock clock) {
    this.store = store;
    this.received = received;
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  /** The one that Macs get; made when there is none yet. */
  public EscrowCertificate current() {
    return store.current().orElseGet(() -> add(Optional.empty(), List.of()));
  }

  /** Newest first. */
  public List<EscrowCertificate> list() {
    return store.list();
  }

  /**
   * How far a roll-over is.
   *
   * @param keys that were encrypted for it and open
   * @param keysToReseal that are sealed under its generation still, though a newer one is there
   */
  public record Load(EscrowCertificate certificate, long keys, long keysToReseal) {}

  /** All with the numbers of their keys, newest first. */
  public List<Load> loads() {
    KeyCounts counts = received.counts();
    return list().stream().map(each -> load(each, counts)).toList();
  }

  private static Load load(EscrowCertificate each, KeyCounts counts) {
    long sealed = counts.sealed().getOrDefault(each.id(), 0L);
    return new Load(
        each,
        counts.received().getOrDefault(each.id(), 0L),
        each.retiredAt().isPresent() ? sealed : 0);
  }

  /** A new one in the place of the present one; Macs get it by a new profile. */
  public EscrowCertificate roll(Actor actor) {
    EscrowCertificate before = current();
    EncryptionKey made = keys.create(NAME, LIFE);
    ActivityDraft activity =
        ActivityDraft.of(actor, "rolled_escrow_certificate")
            .with("serial_number", CertificateFacts.of(made.certificate()).serialNumber())
            .with(
                "previous_serial_number", CertificateFacts.of(before.certificate()).serialNumber());
    return add(made, Optional.of(before.id()), List.of(activity));
  }

  private EscrowCertificate add(
      Optional<EscrowCertificateId> follows, List<ActivityDraft> activities) {
    return add(keys.create(NAME, LIFE), follows, activities);
  }

  private EscrowCertificate add(
      EncryptionKey made, Optional<EscrowCertificateId> follows, List<ActivityDraft> activities) {
    return store.add(
        made.certificate(),
        vault.seal(SealPurpose.CERTIFICATE, made.key()),
        follows,
        activities,
        clock.instant());
  }
}
