package io.pomona.store.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityLink;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: one node chains, by SKIP LOCKED of the head's row, and in batches. */
@Component
public final class JdbcActivityChainStore implements ActivityChainStore {
  private static final String HEAD =
      "SELECT head_position, head_hash, sealed_key FROM organization_activity_head WHERE id = 1";

  // All are NULL: ordered by it as well so that the index is used, which holds few of them, and not
  // the one of ids, which holds all rows.
  private static final String UNCHAINED =
      " WHERE a.chain_position IS NULL ORDER BY a.chain_position, a.id";

  private final Transactions transactions;

  @Activate
  public JdbcActivityChainStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public Optional<Head> head() {
    return transactions.read(sql -> sql.first(HEAD, JdbcActivityChainStore::head));
  }

  private static Head head(Row row) throws SQLException {
    return new Head(row.number("head_position"), row.text("head_hash"), row.bytes("sealed_key"));
  }

  @Override
  public void begin(byte[] sealedKey) {
    transactions.sql(
        sql -> {
          if (sql.first(HEAD, JdbcActivityChainStore::head).isEmpty()) {
            Optional<ActivityLink> last =
                sql.first(
                    ActivityRows.SELECT
                        + " WHERE a.chain_position IS NOT NULL"
                        + " ORDER BY a.chain_position DESC LIMIT 1",
                    JdbcActivityChainStore::link);
            sql.update(
                "INSERT INTO organization_activity_head VALUES (1, ?, ?, ?)",
                last.map(ActivityLink::position).orElse(0L),
                last.map(ActivityLink::hash).orElse(ActivityLink.BEGINNING),
                sealedKey);
          }
          return null;
        });
  }

  @Override
  public int chain(int limit, ActivityLink.Hash hash) {
    return transactions.sql(
        sql ->
            sql.first(HEAD + " FOR UPDATE SKIP LOCKED", JdbcActivityChainStore::head)
                .map(head -> chain(sql, head, limit, hash))
                .orElse(0));
  }

  private static int chain(Sql sql, Head head, int limit, ActivityLink.Hash hash) {
    List<Activity> waiting =
        sql.query(ActivityRows.SELECT + UNCHAINED + " LIMIT ?", ActivityRows::read, limit);
    if (waiting.isEmpty()) {
      return 0;
    }
    List<ActivityLink> added = new ArrayList<>();
    long position = head.position();
    String previous = head.hash();
    for (Activity activity : waiting) {
      position++;
      String own = hash.of(position, previous, activity);
      added.add(new ActivityLink(position, previous, own, activity));
      previous = own;
    }
    store(sql, added);
    return added.size();
  }

  private static void store(Sql sql, List<ActivityLink> added) {
    List<Object[]> places = new ArrayList<>();
    List<Object[]> hosts = new ArrayList<>();
    for (ActivityLink link : added) {
      long id = link.activity().id();
      places.add(new Object[] {link.position(), link.previous(), link.hash(), id});
      ActivityHosts.of(link.activity()).forEach(host -> hosts.add(new Object[] {host, id}));
    }
    sql.batch(
        "UPDATE organization_activity SET chain_position = ?, chain_previous = ?, chain_hash = ?"
            + " WHERE id = ?",
        places);
    // An activity that somebody took out of the chain still has its hosts; it must not stop the
    // rest.
    sql.batch(
        "DELETE FROM organization_activity_host WHERE host_id = ? AND activity_id = ?", hosts);
    sql.batch("INSERT INTO organization_activity_host (host_id, activity_id) VALUES (?, ?)", hosts);
    ActivityLink last = added.get(added.size() - 1);
    sql.update(
        "UPDATE organization_activity_head SET head_position = ?, head_hash = ? WHERE id = 1",
        last.position(),
        last.hash());
  }

  @Override
  public List<ActivityLink> links(long afterPosition, int limit) {
    return transactions.read(
        sql ->
            sql.query(
                ActivityRows.SELECT
                    + " WHERE a.chain_position > ? ORDER BY a.chain_position, a.id LIMIT ?",
                JdbcActivityChainStore::link,
                afterPosition,
                limit));
  }

  private static ActivityLink link(Row row) throws SQLException {
    return new ActivityLink(
        row.number("chain_position"),
        row.text("chain_previous"),
        row.text("chain_hash"),
        ActivityRows.read(row));
  }

  @Override
  public Optional<Instant> oldestUnchained() {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT a.created_at FROM organization_activity a" + UNCHAINED + " LIMIT 1",
                row -> row.instant("created_at")));
  }
}
