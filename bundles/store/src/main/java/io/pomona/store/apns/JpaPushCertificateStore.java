package io.pomona.store.apns;

import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.time.Instant;
import java.util.Optional;
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
    return transactions.in(
        work ->
            work
                .entities()
                .createQuery(
                    "SELECT c FROM PushCertificate c ORDER BY c.savedAt DESC, c.id DESC",
                    PushCertificateEntity.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(PushCertificateEntity::toPair)
                .findFirst());
  }

  @Override
  public void save(StoredPair pair, ActivityDraft activity) {
    hardening.of(
        () ->
            transactions.in(
                work -> {
                  long id = work.nextId("apns_certificate_seq");
                  work.entities().persist(PushCertificateEntity.of(id, pair));
                  Activities.write(work.sql(), activity, pair.savedAt());
                  wakeAll(work.sql(), pair.savedAt());
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
