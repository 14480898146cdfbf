package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityLink;
import io.pomona.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.Test;

/** What every {@code ActivityChainStore} must do. */
public class ActivityChainStoreContract extends StoreContract {
  private static final ActivityLink.Hash HASH =
      (position, previous, activity) -> Fixtures.hash(position + previous + activity.details());

  private ActivityChainStore chain() {
    return stores.activityChain();
  }

  private void append(int times) {
    for (int i = 0; i < times; i++) {
      ActivityDraft draft = ActivityDraft.of(Fixtures.ADMIN, "wiped_host").with("host_id", 7L);
      stores.activities().append(draft, T.plusSeconds(i));
    }
  }

  private List<Long> positions() {
    return chain().links(0, 1000).stream().map(ActivityLink::position).toList();
  }

  private static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  public void nothingIsChainedBeforeTheChainHasBegun() {
    append(1);
    assertEquals(Optional.empty(), chain().head().map(ActivityChainStore.Head::position));
    assertEquals(0, chain().chain(10, HASH));
    assertEquals(Optional.of(T), chain().oldestUnchained());
  }

  @Test
  public void itBeginsOnce() {
    chain().begin(new byte[] {1});
    chain().begin(new byte[] {2});
    ActivityChainStore.Head head = chain().head().orElseThrow();
    assertArrayEquals(new byte[] {1}, head.sealedKey());
    assertEquals(0, head.position());
    assertEquals(ActivityLink.BEGINNING, head.hash());
  }

  @Test
  public void eachLinkHoldsTheHashOfTheOneBefore() {
    chain().begin(new byte[] {1});
    append(3);
    assertEquals(2, chain().chain(2, HASH));
    assertEquals(Optional.of(T.plusSeconds(2)), chain().oldestUnchained());
    assertEquals(1, chain().chain(2, HASH));
    assertEquals(0, chain().chain(2, HASH));
    assertEquals(Optional.empty(), chain().oldestUnchained());
    String previous = ActivityLink.BEGINNING;
    for (ActivityLink link : chain().links(0, 10)) {
      assertEquals(previous, link.previous());
      assertEquals(HASH.of(link.position(), previous, link.activity()), link.hash());
      previous = link.hash();
    }
    assertEquals(previous, chain().head().orElseThrow().hash());
    assertEquals(upTo(3), positions());
    assertEquals(List.of(2L), chain().links(1, 1).stream().map(ActivityLink::position).toList());
  }

  @Test
  public void aLinkIsTheActivityOfTheFeed() {
    chain().begin(new byte[] {1});
    append(1);
    chain().chain(10, HASH);
    assertEquals(
        stores.activities().newest(PageRequest.first(1)).get(0),
        chain().links(0, 1).get(0).activity());
  }

  @Test
  public void writersAndNodesThatChainAtOnceLeaveNoGap() throws Exception {
    chain().begin(new byte[] {1});
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        work.add(
            () -> {
              append(5);
              return 0;
            });
        work.add(() -> chain().chain(7, HASH));
      }
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertTrue(done.get() <= 7);
      }
    } finally {
      threads.shutdownNow();
    }
    while (chain().chain(50, HASH) > 0) {
      assertTrue(positions().size() <= 100);
    }
    assertEquals(upTo(100), positions());
  }
}
