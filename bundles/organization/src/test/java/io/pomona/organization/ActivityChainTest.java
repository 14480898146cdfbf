package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.organization.ChainReport.Place;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class ActivityChainTest {
  private static final int ALL = Integer.MAX_VALUE;
  private static final int LINKS = 2500;

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final FakeSecretVault vault = new FakeSecretVault();
  private final SettableClock clock = new SettableClock();
  private final ActivityChain chain = new ActivityChain(stores.activityChain(), vault);

  @Before
  public void aChain() {
    append(LINKS);
    chain.extend();
  }

  private void append(int times) {
    for (int i = 0; i < times; i++) {
      ActivityDraft draft = ActivityDraft.of(Fixtures.ADMIN, "wiped_host").with("host_id", 1L + i);
      stores.activities().append(draft, clock.instant());
    }
  }

  private TamperedChain tampered() {
    return new TamperedChain(stores.activityChain());
  }

  private ChainReport report(ActivityChainStore store, long after, String noted) {
    return new ActivityVerification(store, vault, clock).verify(after, ALL, Place.parse(noted));
  }

  private String fault(ActivityChainStore store) {
    return fault(store, 0);
  }

  private String fault(ActivityChainStore store, long after) {
    return report(store, after, "")
        .fault()
        .map(at -> at.reason().label() + " " + at.position())
        .orElse("none");
  }

  private StatusLine status(ActivityChainStore store) {
    return new ActivityChainStatus(new ActivityVerification(store, vault, clock)).check().get(0);
  }

  @Test
  public void anUntouchedChainHolds() {
    ChainReport report = report(stores.activityChain(), 0, "");
    assertEquals(Optional.empty(), report.fault());
    assertEquals(1, report.verifiedFrom());
    assertEquals(LINKS, report.verifiedTo());
    assertEquals(LINKS, report.head().position());
    assertEquals("none", fault(tampered(), LINKS - 1));
    assertEquals("none", fault(tampered(), LINKS + 5));
    assertEquals(Level.OK, status(tampered()).level());
  }

  /** Whoever has millions of rows looks at some at a time, and each is looked at once. */
  @Test
  public void oneGoesOnWhereOneHasStopped() {
    ActivityChainStore broken = tampered().without(2002);
    ActivityVerification verification = new ActivityVerification(broken, vault, clock);
    ChainReport first = verification.verify(0, 1500, Optional.empty());
    assertEquals(Optional.empty(), first.fault());
    assertEquals(1500, first.verifiedTo());
    assertFalse(first.isComplete());
    ChainReport second = verification.verify(first.verifiedTo(), 1500, Optional.empty());
    assertEquals(1501, second.verifiedFrom());
    assertEquals(2002, second.fault().orElseThrow().position());
    assertFalse(second.isComplete());
    assertTrue(report(stores.activityChain(), 1500, "").isComplete());
    assertThrows(MdmException.class, () -> verification.verify(0, 0, Optional.empty()));
  }

  @Test
  public void whatWasAlteredIsFound() {
    for (long position : new long[] {1, 1000, 1001, LINKS}) {
      assertEquals(
          "altered " + position,
          fault(tampered().activityAt(position, a -> copy(a, a.type(), Map.of("host_id", 9L)))));
      assertEquals(
          "altered " + position,
          fault(tampered().activityAt(position, a -> copy(a, "locked_host", a.details()))));
    }
  }

  private static Activity copy(Activity a, String type, Map<String, Object> details) {
    return new Activity(
        a.id(), a.createdAt(), a.actor(), a.actorName(), a.actorEmail(), type, details);
  }

  @Test
  public void whatWasRemovedIsFound() {
    assertEquals("missing 1", fault(tampered().without(1)));
    assertEquals("missing 7", fault(tampered().without(7, 8)));
    assertEquals("missing 1000", fault(tampered().without(1000)));
    assertEquals("missing " + LINKS, fault(tampered().without(LINKS)));
    assertEquals("missing 2000", fault(tampered().without(2000), 2000));
    assertEquals("missing 0", fault(tampered().withoutHead()));
    assertEquals("none", fault(tampered().without(7), 1500));
  }

  @Test
  public void whatWasMovedIsFound() {
    assertEquals("reordered 7", fault(tampered().exchanged(7, 8)));
    assertEquals("reordered 7", fault(tampered().moved(8, 7)));
    assertEquals(
        "altered " + LINKS, fault(tampered().activityAt(LINKS, a -> copy(a, "x", Map.of()))));
  }

  @Test
  public void onlyWhoHasNotedTheEndSeesThatTheTailIsGone() {
    String noted = report(stores.activityChain(), 0, "").head().label();
    TamperedChain cut =
        tampered().headAt(2000).without(LongStream.rangeClosed(2001, LINKS).toArray());
    assertEquals("none", fault(cut));
    assertEquals(
        ChainReport.Reason.NOT_AS_NOTED, report(cut, 0, noted).fault().orElseThrow().reason());
    append(1);
    chain.extend();
    assertEquals(Optional.empty(), report(stores.activityChain(), 0, noted).fault());
    assertThrows(MdmException.class, () -> report(cut, 0, "2000"));
  }

  @Test
  public void whatIsNotChainedForLongIsTold() {
    append(1);
    assertEquals("none", fault(stores.activityChain()));
    clock.advance(Duration.ofMinutes(6));
    assertEquals("unchained " + (LINKS + 1), fault(stores.activityChain()));
    assertEquals(Level.WARNING, status(stores.activityChain()).level());
    chain.extend();
    assertEquals("none", fault(stores.activityChain()));
  }

  @Test
  public void theStatusTellsOfTheNewestOnly() {
    assertEquals(Level.OK, status(tampered().without(7)).level());
    StatusLine broken = status(tampered().without(LINKS - 10));
    assertEquals(Level.ERROR, broken.level());
    assertTrue(broken.message(), broken.message().contains("position " + (LINKS - 10)));
  }

  @Test
  public void whoHasAnotherMasterKeyCannotForgeLinks() {
    ActivityChainStore store = stores.activityChain();
    FakeSecretVault other = new FakeSecretVault("another");
    append(1);
    new ActivityChain(store, other).extend();
    assertFalse("left alone", store.oldestUnchained().isEmpty());
    assertThrows(
        MdmException.class,
        () -> new ActivityVerification(store, other, clock).verify(0, ALL, Optional.empty()));
  }

  @Test
  public void anEmptyChainHolds() {
    ChainReport report = report(new InMemoryStoreSet().activityChain(), 0, "");
    assertEquals(Optional.empty(), report.fault());
    assertEquals(0, report.verifiedTo());
  }
}
