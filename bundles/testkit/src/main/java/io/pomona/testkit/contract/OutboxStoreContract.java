package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.Test;

/** What every {@code OutboxStore} must do. */
public class OutboxStoreContract extends StoreContract {
  private static final Set<OutboxTopic> ALL = EnumSet.allOf(OutboxTopic.class);

  private List<OutboxItem> lease(Instant now) {
    return stores.outbox().lease(ALL, 100, now, MINUTE);
  }

  private static List<Long> ids(List<OutboxItem> items) {
    return items.stream().map(OutboxItem::id).toList();
  }

  @Test
  public void oldestFirstAndInPortions() {
    mac(1);
    mac(2);
    mac(3);
    List<OutboxItem> first = stores.outbox().lease(ALL, 2, T, MINUTE);
    assertEquals(2, first.size());
    assertEquals(mac(1).channel(), first.get(0).channel());
    assertEquals(0, first.get(0).attempts());
    assertTrue(first.get(0).id() < first.get(1).id());
  }

  @Test
  public void onlyTheTopicsAskedFor() {
    mac(1);
    assertEquals(
        List.of(),
        stores.outbox().lease(EnumSet.of(OutboxTopic.COMMAND_ENDED), 10, T.plus(HOUR), MINUTE));
    assertEquals(1, stores.outbox().lease(EnumSet.of(OutboxTopic.ENROLLED), 10, T, MINUTE).size());
  }

  @Test
  public void aLeaseHidesAndWhatIsNotDoneComesBack() {
    mac(1);
    List<OutboxItem> first = lease(T);
    assertEquals(1, first.size());
    assertEquals(List.of(), lease(T.plusSeconds(59)));
    List<OutboxItem> again = lease(T.plusSeconds(61));
    assertEquals(ids(first), ids(again));
    assertEquals(1, again.get(0).attempts());
  }

  @Test
  public void whatIsDoneIsGone() {
    mac(1);
    stores.outbox().done(ids(lease(T)));
    stores.outbox().done(List.of(4711L));
    stores.outbox().done(List.of());
    assertEquals(List.of(), lease(T.plus(HOUR)));
  }

  @Test
  public void aRetryIsDueAtItsTime() {
    mac(1);
    OutboxItem item = lease(T).get(0);
    stores.outbox().retry(item.id(), T.plus(HOUR));
    assertEquals(List.of(), lease(T.plus(MINUTE.multipliedBy(30))));
    assertEquals(List.of(item.id()), ids(lease(T.plus(HOUR).plusSeconds(1))));
  }

  @Test
  public void noItemIsLeasedTwiceAtOnce() throws Exception {
    for (int i = 1; i <= 40; i++) {
      mac(i);
    }
    List<List<OutboxItem>> leased =
        Race.of(8, i -> () -> stores.outbox().lease(ALL, 10, T, MINUTE));
    List<Long> all = leased.stream().flatMap(List::stream).map(OutboxItem::id).toList();
    assertEquals(all.size(), all.stream().distinct().count());
  }
}
