package io.pomona.store.outbox;

import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: JPQL has no SKIP LOCKED, by which nodes lease without waiting for each other. */
@Component
public final class JdbcOutboxStore implements OutboxStore {
  private final Transactions transactions;

  @Activate
  public JdbcOutboxStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public List<OutboxItem> lease(Set<OutboxTopic> topics, int limit, Instant now, Duration lease) {
    String[] names = topics.stream().map(Enum::name).toArray(String[]::new);
    return transactions.sql(
        sql -> {
          List<OutboxItem> items =
              sql.query(
                  "SELECT id, topic, channel, cmd_uuid, attempts FROM outbox_item"
                      + " WHERE due_at <= ? AND topic = ANY(?)"
                      + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                  JdbcOutboxStore::item,
                  now,
                  names,
                  limit);
          sql.update(
              "UPDATE outbox_item SET due_at = ?, attempts = attempts + 1 WHERE id = ANY(?)",
              now.plus(lease),
              items.stream().map(OutboxItem::id).toArray(Long[]::new));
          return items;
        });
  }

  private static OutboxItem item(Row row) throws SQLException {
    return new OutboxItem(
        row.number("id"),
        OutboxTopic.valueOf(row.text("topic")),
        ChannelId.parse(row.text("channel")),
        row.optionalText("cmd_uuid"),
        (int) row.number("attempts"));
  }

  @Override
  public void done(List<Long> ids) {
    transactions.sql(
        sql ->
            sql.update(
                "DELETE FROM outbox_item WHERE id = ANY(?)", (Object) ids.toArray(Long[]::new)));
  }

  @Override
  public void retry(long id, Instant at) {
    transactions.sql(sql -> sql.update("UPDATE outbox_item SET due_at = ? WHERE id = ?", at, id));
  }
}
