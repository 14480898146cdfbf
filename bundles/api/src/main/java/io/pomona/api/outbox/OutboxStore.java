package io.pomona.api.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The outbox table. Several nodes may lease at once; no item is leased by two within its lease. */
public interface OutboxStore {
  /** The oldest due items of these topics, invisible to others until the lease ends. */
  List<OutboxItem> lease(Set<OutboxTopic> topics, int limit, Instant now, Duration lease);

  /** Removes delivered items; unknown ids are ignored. */
  void done(List<Long> ids);

  /** Makes an item due again at the given time. */
  void retry(long id, Instant at);
}
