package io.pomona.testkit.memory;

import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.StoredCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Challenges, certificates and keys. */
final class PkiTables {
  static final class ChallengeRow {
    final ChallengeBinding binding;
    final Instant expires;
    Optional<String> claimedBy = Optional.empty();
    Optional<StoredCertificate> issued = Optional.empty();

    ChallengeRow(ChallengeBinding binding, Instant expires) {
      this.binding = binding;
      this.expires = expires;
    }
  }

  final Map<String, ChallengeRow> challenges = new HashMap<>();
  final Map<String, StoredCertificate> certificates = new HashMap<>();
  final List<KeyMaterial> keys = new ArrayList<>();

  Optional<StoredCertificate> certificate(String sha256) {
    return Optional.ofNullable(certificates.get(sha256));
  }
}
