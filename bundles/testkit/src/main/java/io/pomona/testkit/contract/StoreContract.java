package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.TeamId;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.StoreSet;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.function.ThrowingRunnable;

/** What all contracts share; {@link StoreContracts} runs each test over an empty world. */
public abstract class StoreContract {
  /** When the story of a test begins. */
  protected static final Instant T = SettableClock.START;

  protected static final Duration MINUTE = Duration.ofMinutes(1);
  protected static final Duration HOUR = Duration.ofHours(1);

  protected StoreSet stores;

  protected final EnrolledMac mac(int number) {
    return Fixtures.enrolledMac(stores, number, T);
  }

  protected final TeamId team(String name) {
    return Fixtures.team(stores, name);
  }

  protected final void deleteTeam(TeamId team) {
    stores
        .teams()
        .delete(
            team,
            T,
            move -> move.by(Fixtures.ADMIN),
            (was, people) ->
                List.of(Fixtures.activity("deleted_team").with("team_name", was.name())));
  }

  /** The types of all activities, newest first. */
  protected final List<String> activities() {
    return stores.activities().newest(PageRequest.first(100)).stream().map(Activity::type).toList();
  }

  /** Takes everything that is due an hour from the start and marks it done. */
  protected final List<OutboxItem> drainOutbox() {
    return drainOutbox(EnumSet.allOf(OutboxTopic.class));
  }

  protected final List<OutboxItem> drainOutbox(Set<OutboxTopic> topics) {
    List<OutboxItem> items = stores.outbox().lease(topics, 1000, T.plus(HOUR), MINUTE);
    stores.outbox().done(items.stream().map(OutboxItem::id).toList());
    return items;
  }

  protected final List<OutboxTopic> drainTopics() {
    return drainOutbox().stream().map(OutboxItem::topic).toList();
  }

  protected static void assertFails(MdmException.Kind kind, ThrowingRunnable call) {
    assertEquals(kind, assertThrows(MdmException.class, call).kind());
  }

  protected static void assertFails(String code, ThrowingRunnable call) {
    assertEquals(code, assertThrows(MdmException.class, call).code());
  }

  protected static void assertContains(List<?> all, Object one) {
    assertTrue(all + " should contain " + one, all.contains(one));
  }
}
