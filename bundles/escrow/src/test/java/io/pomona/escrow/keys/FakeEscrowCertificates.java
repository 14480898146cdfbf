package io.pomona.escrow.keys;

import io.pomona.api.Secret;
import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.EscrowCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.pki.SecretVault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certificates of {@link FakeEncryptionKeys} by name. */
final class FakeEscrowCertificates implements EscrowCertificateStore {
  private final List<EscrowCertificate> newestFirst = new ArrayList<>();
  private final SecretVault vault;

  FakeEscrowCertificates(SecretVault vault, String... names) {
    this.vault = vault;
    List.of(names).forEach(this::roll);
  }

  /** The next one is current. */
  void roll(String name) {
    Secret key = FakeEncryptionKeys.key(name);
    add(
        name.getBytes(StandardCharsets.UTF_8),
        vault.seal(SealPurpose.CERTIFICATE, key),
        Optional.empty(),
        List.of(),
        Instant.EPOCH);
  }

  @Override
  public Optional<EscrowCertificate> current() {
    return newestFirst.stream().findFirst();
  }

  @Override
  public List<EscrowCertificate> list() {
    return List.copyOf(newestFirst);
  }

  @Override
  public EscrowCertificate add(
      byte[] certificate,
      byte[] sealedKey,
      Optional<EscrowCertificateId> follows,
      List<ActivityDraft> activities,
      Instant now) {
    EscrowCertificate added =
        new EscrowCertificate(
            new EscrowCertificateId(newestFirst.size() + 1L),
            certificate,
            sealedKey,
            now,
            Optional.empty());
    newestFirst.add(0, added);
    return added;
  }
}
