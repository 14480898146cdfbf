package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.KeyCounts;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cannot write activities. */
record MuteKeyStore(RecoveryKeyStore next) implements RecoveryKeyStore {
  @Override
  public boolean add(NewRecoveryKey key, List<ActivityDraft> activities, Instant now) {
    return next.add(key, activities, now);
  }

  @Override
  public Optional<RecoveryKey> current(String serialNumber, String udid) {
    return next.current(serialNumber, udid);
  }

  @Override
  public List<RecoveryKey> history(String serialNumber) {
    return next.history(serialNumber);
  }

  @Override
  public Optional<RecoveryKey> find(RecoveryKeyId id) {
    return next.find(id);
  }

  @Override
  public List<RecoveryKey> search(String query, PageRequest page) {
    return next.search(query, page);
  }

  @Override
  public Optional<SealedKey> view(RecoveryKeyId id, ActivityDraft activity, Instant now) {
    throw MdmException.unavailable("store.unavailable", "The database did not do it.");
  }

  @Override
  public Optional<SealedKey> sealed(RecoveryKeyId id) {
    return next.sealed(id);
  }

  @Override
  public List<SealedKey> ofOlderGenerations(
      EscrowCertificateId generation, Optional<SealedKey> after, int limit) {
    return next.ofOlderGenerations(generation, after, limit);
  }

  @Override
  public void reseal(List<SealedKey> keys) {
    next.reseal(keys);
  }

  @Override
  public KeyCounts counts() {
    return next.counts();
  }
}
