package io.pomona.store.apns;

import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushRequestId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The push pair. */
@Component
public final class JpaPushCertificateStore implements PushCertificateStore {
  private final Transactions transactions;
  private final Hardening hardening;

  @Activate
  public JpaPushCertificateStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.hardening = persistence.hardening();
  }

  @Override
  public Optional<StoredPair> current() {
    return transactions.in(work -> inUse(work).map(PushCertificateEntity::toPair));
  }

  @Override
  public Optional<String> lastTopic() {
    return transactions.in(work -> newest(work).map(PushCertificateEntity::topic));
  }

  private static Optional<PushCertificateEntity> newest(Work work) {
    return work
        .entities()
        .createQuery(
            "SELECT c FROM PushCertificate c ORDER BY c.savedAt DESC, c.id DESC",
            PushCertificateEntity.class)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** What was loaded before the newest does not come back when that is turned off. */
  private static Optional<PushCertificateEntity> inUse(Work work) {
    return newest(work).filter(PushCertificateEntity::isOn);
  }

  @Override
  public boolean save(
      StoredPair pair,
      Optional<String> seen,
      Optional<PushRequestId> answered,
      ActivityDraft activity) {
    return hardening.of(
        () ->
            transactions.in(
                work -> {
                  Optional<PushCertificateEntity> before = newest(work);
                  if (!before.map(PushCertificateEntity::topic).equals(seen)) {
                    return false;
                  }
                  long id = work.nextId("apns_certificate_seq");
                  work.entities().persist(PushCertificateEntity.of(id, pair, before));
                  answered.ifPresent(request -> PushRequestEntity.deleteUpTo(work, request));
                  Activities.write(work.sql(), activity, pair.savedAt());
                  wakeAll(work.sql(), pair.savedAt());
                  return true;
                }));
  }

  @Override
  public void noteAppleId(Optional<String> appleId, ActivityDraft activity, Instant now) {
    change(pair -> pair.note(appleId), activity, now);
  }

  @Override
  public void turnOff(ActivityDraft activity, Instant now) {
    change(pair -> pair.end(now), activity, now);
  }

  private void change(Consumer<PushCertificateEntity> change, ActivityDraft activity, Instant now) {
    hardening.of(
        () ->
            transactions.in(
                work -> {
                  inUse(work)
                      .ifPresent(
                          pair -> {
                            change.accept(pair);
                            Activities.write(work.sql(), activity, now);
                          });
                  return null;
                }));
  }

  /** What was put off while Apple refused the pair before. In their order, as others lock them. */
  private static void wakeAll(Sql sql, Instant now) {
    String[] waiting =
        sql.query(
                "SELECT channel FROM commands_wake ORDER BY channel FOR UPDATE",
                row -> row.text("channel"))
            .toArray(String[]::new);
    sql.update(
        "UPDATE commands_wake SET due_at = ?, attempts = 0 WHERE channel = ANY(?)", now, waiting);
  }

  @Override
  public long enrolledWithTopic(String topic) {
    return transactions.read(
        sql ->
            sql.number(
                "SELECT COUNT(*) AS n FROM enrollment_channel"
                    + " WHERE topic = ? AND enabled AND NOT is_user",
                topic));
  }
}
