package io.pomona.itests.contract;

import io.pomona.escrow.rest.DiskEncryptionResource.DiskEncryptionRequest;
import java.util.Optional;

/** Calls of disk encryption, recovery keys, locks and bypass codes. */
final class EscrowCalls {
  private EscrowCalls() {}

  static void rows(CallTable all) {
    all.add("GET /hosts/{id}/encryption_key", (s, a, p) -> s.keys.view(a, p.host()));
    all.add("GET /mdm/hosts/{id}/encryption_key", (s, a, p) -> s.keys.viewAsBefore(a, p.host()));
    all.add("GET /hosts/{id}/encryption_keys", (s, a, p) -> s.keys.history(a, p.host()));
    all.add("POST /hosts/{id}/encryption_key/rotate", (s, a, p) -> s.keys.rotate(a, p.host()));
    all.add("GET /hosts/{id}/lock", (s, a, p) -> s.locks.state(a, p.host()));
    all.add("POST /hosts/{id}/lock", (s, a, p) -> s.locks.lock(a, p.host(), true, null));
    all.add(
        "POST /mdm/hosts/{id}/lock",
        (s, a, p) -> Answers.changed(() -> s.locks.lockEarly(a, p.host(), null)));
    all.add(
        "POST /hosts/{id}/unlock",
        (s, a, p) -> s.locks.unlock(a, s.secrets.locked(p).host(), null));
    all.add("POST /hosts/{id}/wipe", (s, a, p) -> s.locks.wipe(a, p.host(), null));
    all.add(
        "POST /mdm/hosts/{id}/wipe",
        (s, a, p) -> Answers.changed(() -> s.locks.wipeEarly(a, p.host(), null)));
    all.add("GET /hosts/{id}/recovery_lock", (s, a, p) -> s.recovery.state(a, p.host()));
    all.add(
        "POST /hosts/{id}/recovery_lock",
        (s, a, p) -> s.recovery.set(a, s.secrets.silicon(p).host()));
    all.add(
        "DELETE /hosts/{id}/recovery_lock",
        (s, a, p) -> s.recovery.clear(a, s.secrets.withPassword(p).host()));
    all.add(
        "POST /hosts/{id}/recovery_lock/rotate",
        (s, a, p) -> s.recovery.rotate(a, s.secrets.withPassword(p).host()));
    all.add(
        "POST /hosts/{id}/recovery_lock/verify",
        (s, a, p) -> s.recovery.verify(a, s.secrets.withPassword(p).host()));
    all.add(
        "POST /hosts/{id}/recovery_lock/view",
        (s, a, p) -> s.recovery.view(a, s.secrets.withPassword(p).host(), null));
    all.add(
        "GET /hosts/{id}/activation_lock_bypass_code", (s, a, p) -> s.bypass.state(a, p.host()));
    all.add(
        "POST /hosts/{id}/activation_lock_bypass_code/view",
        (s, a, p) -> s.bypass.view(a, s.secrets.withCode(p).host(), null));
  }

  static void teams(CallTable all) {
    all.add(
        "POST /disk_encryption",
        (s, a, p) -> Answers.changed(() -> s.encryption.change(a, encrypted(p))));
    all.add(
        "PATCH /mdm/apple/settings",
        (s, a, p) -> Answers.changed(() -> s.encryption.changeEarly(a, encrypted(p))));
    all.add("GET /disk_encryption", (s, a, p) -> s.encryption.summary(a, Requests.number(p)));
    all.add(
        "GET /mdm/apple/filevault/summary",
        (s, a, p) -> s.encryption.earlySummary(a, Requests.number(p)));
  }

  private static DiskEncryptionRequest encrypted(Place place) {
    return new DiskEncryptionRequest(Optional.of(place.teamNumber()), Optional.of(true));
  }
}
