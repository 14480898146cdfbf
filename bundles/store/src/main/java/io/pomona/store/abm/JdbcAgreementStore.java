package io.pomona.store.abm;

import io.pomona.api.MdmException;
import io.pomona.api.abm.Agreement;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.store.Persistence;
import io.pomona.store.organization.Activities;
import io.pomona.store.sql.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one row, which is there once by its key. */
@Component
public final class JdbcAgreementStore implements AgreementStore {
  private final Transactions transactions;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public JdbcAgreementStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<Agreement.Cover> find() {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT name, token, created_at FROM abm_agreement",
                row ->
                    new Agreement.Cover(
                        row.text("name"), row.text("token"), row.instant("created_at"))));
  }

  @Override
  public Optional<byte[]> content(String token) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT content FROM abm_agreement WHERE token = ?",
                row -> row.bytes("content"),
                token));
  }

  @Override
  public void add(Agreement agreement, List<ActivityDraft> activities) {
    transactions.sql(
        sql -> {
          sql.update(
              "INSERT INTO abm_agreement (id, name, content, token, created_at)"
                  + " VALUES (1, ?, ?, ?, ?)",
              agreement.name(),
              agreement.content(),
              agreement.token(),
              agreement.createdAt());
          Activities.write(sql, activities, agreement.createdAt());
          return null;
        },
        constraint -> exists());
  }

  private static MdmException exists() {
    return MdmException.conflict(
        "abm.agreement_exists", "There is an agreement already; delete it first.");
  }

  @Override
  public boolean delete(String token, List<ActivityDraft> activities) {
    return transactions.sql(
        sql -> {
          boolean deleted = sql.update("DELETE FROM abm_agreement WHERE token = ?", token) > 0;
          if (deleted) {
            Activities.write(sql, activities, clock.instant());
          }
          return deleted;
        });
  }
}
