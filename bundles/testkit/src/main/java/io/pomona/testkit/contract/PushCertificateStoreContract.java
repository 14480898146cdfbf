package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushCertificateStore.PairNote;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.api.apns.PushRequestId;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.commands.WakeStore.Wake;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

/** What every {@code PushCertificateStore} must do. */
public class PushCertificateStoreContract extends StoreContract {
  private static final PairNote NOTE = new PairNote(Optional.of("a@example.com"), "Ada");

  private static StoredPair pair(String topic, Instant at) {
    return new StoredPair(
        topic, new byte[] {9, 8}, List.of(new byte[] {1}, new byte[] {2}), at, NOTE);
  }

  private void save(StoredPair pair) {
    Optional<String> last = stores.pushCertificates().lastTopic();
    assertTrue(stores.pushCertificates().save(pair, last, Optional.empty(), loaded()));
  }

  private static ActivityDraft loaded() {
    return Fixtures.activity("loaded_apns_certificate");
  }

  @Test
  public void theNewestCounts() {
    assertEquals(Optional.empty(), stores.pushCertificates().current().map(StoredPair::topic));
    save(pair("a", T));
    save(pair("b", T.plus(HOUR)));
    StoredPair current = stores.pushCertificates().current().orElseThrow();
    assertEquals("b", current.topic());
    assertEquals(T.plus(HOUR), current.savedAt());
    assertArrayEquals(new byte[] {9, 8}, current.sealedKey());
    assertEquals(2, current.chain().size());
    assertArrayEquals(new byte[] {1}, current.chain().get(0));
    assertEquals(NOTE, current.note());
    assertEquals(2, activities().size());
  }

  @Test
  public void theAppleIdIsNotedOnThePairInUse() {
    ActivityDraft edited = Fixtures.activity("edited_apns_apple_id");
    stores.pushCertificates().noteAppleId(Optional.of("b@example.com"), edited, T);
    assertEquals(0, activities().size());
    save(pair("a", T));
    stores.pushCertificates().noteAppleId(Optional.of("b@example.com"), edited, T);
    PairNote note = stores.pushCertificates().current().orElseThrow().note();
    assertEquals(new PairNote(Optional.of("b@example.com"), "Ada"), note);
    stores.pushCertificates().noteAppleId(Optional.empty(), edited, T);
    note = stores.pushCertificates().current().orElseThrow().note();
    assertEquals(Optional.empty(), note.appleId());
    assertEquals(3, activities().size());
  }

  @Test
  public void turnedOffThereIsNoneButItsTopicIsKnown() {
    ActivityDraft off = Fixtures.activity("turned_off_mdm_apns");
    assertEquals(Optional.empty(), stores.pushCertificates().lastTopic());
    stores.pushCertificates().turnOff(off, T);
    assertEquals(0, activities().size());
    save(pair("a", T));
    save(pair("b", T.plus(HOUR)));
    stores.pushCertificates().turnOff(off, T.plus(HOUR));
    assertEquals(Optional.empty(), stores.pushCertificates().current().map(StoredPair::topic));
    assertEquals(Optional.of("b"), stores.pushCertificates().lastTopic());
    assertEquals(3, activities().size());
    save(pair("c", T.plus(HOUR.multipliedBy(2))));
    assertEquals(Optional.of("c"), stores.pushCertificates().current().map(StoredPair::topic));
  }

  @Test
  public void aCertificateEndsTheRequestThatItWasIssuedForAndOlderOnes() {
    PushRequestId first = PushRequestStoreContract.save(stores, T);
    PushRequestId second = PushRequestStoreContract.save(stores, T.plus(MINUTE));
    PushRequestId third = PushRequestStoreContract.save(stores, T.plus(HOUR));
    assertEquals(3, Set.of(first, second, third).size());
    stores
        .pushCertificates()
        .save(pair("a", T.plus(HOUR)), Optional.empty(), Optional.of(second), loaded());
    assertEquals(
        List.of(third), stores.pushRequests().pending().stream().map(PushRequest::id).toList());
  }

  /** Whoever decided on another topic than the last one has to decide again. */
  @Test
  public void nothingTakesThePlaceOfATopicThatWasNotSeen() {
    PushRequestId request = PushRequestStoreContract.save(stores, T);
    save(pair("a", T));
    for (Optional<String> seen : List.of(Optional.<String>empty(), Optional.of("b"))) {
      assertFalse(
          stores
              .pushCertificates()
              .save(pair("b", T.plus(HOUR)), seen, Optional.of(request), loaded()));
    }
    assertEquals(Optional.of("a"), stores.pushCertificates().lastTopic());
    assertEquals(1, stores.pushRequests().pending().size());
    assertEquals(2, activities().size());
  }

  @Test
  public void ofTwoTopicsAtTheSameTimeOneIsRefused() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Callable<Boolean>> both = new ArrayList<>();
    for (String topic : List.of("a", "b")) {
      both.add(
          () -> {
            together.await();
            return stores
                .pushCertificates()
                .save(pair(topic, T), Optional.empty(), Optional.empty(), loaded());
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Boolean> saved = new ArrayList<>();
      for (Future<Boolean> each : threads.invokeAll(both)) {
        saved.add(each.get());
      }
      assertEquals(Set.of(true, false), Set.copyOf(saved));
      assertEquals(1, activities().size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  public void aNewPairIsTriedAtOnceWithAllThatWait() {
    ChannelId mac = mac(1).channel();
    CommandOrder order = Fixtures.order("SecurityInfo", "profiles", T, mac);
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    for (int i = 0; i < 3; i++) {
      Wake wake = stores.wakes().lease(1, T.plus(HOUR.multipliedBy(i)), MINUTE).get(0);
      Instant next = T.plus(HOUR.multipliedBy(i < 2 ? i : 24));
      PushVerdict refused = PushVerdict.of(Outcome.REFUSED, "The certificate was revoked.");
      stores.wakes().pushed(List.of(new Pushed(mac, wake.target(), refused, next, T)));
    }
    Instant now = T.plus(HOUR.multipliedBy(3));
    assertEquals(List.of(), stores.wakes().lease(1, now, MINUTE));
    save(pair("a", now));
    List<Wake> due = stores.wakes().lease(1, now, MINUTE);
    assertEquals(1, due.size());
    assertEquals(0, due.get(0).attempts());
  }

  @Test
  public void onlyEnrolledMacsAreTied() {
    mac(1);
    mac(2);
    ChannelId user = ChannelId.user(Fixtures.udid(2), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, T));
    stores.enrollments().checkOut(mac(3).channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(2, stores.pushCertificates().enrolledWithTopic(Fixtures.TOPIC));
    assertEquals(0, stores.pushCertificates().enrolledWithTopic("com.apple.mgmt.other"));
  }
}
