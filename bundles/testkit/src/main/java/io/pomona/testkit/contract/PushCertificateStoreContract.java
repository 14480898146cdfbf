package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.commands.WakeStore.Wake;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code PushCertificateStore} must do. */
public abstract class PushCertificateStoreContract extends StoreContract {
  private static StoredPair pair(String topic, Instant at) {
    return new StoredPair(topic, new byte[] {9, 8}, List.of(new byte[] {1}, new byte[] {2}), at);
  }

  @Test
  public void theNewestCounts() {
    assertEquals(Optional.empty(), stores.pushCertificates().current().map(StoredPair::topic));
    stores.pushCertificates().save(pair("a", T), Fixtures.activity("loaded_apns_certificate"));
    stores
        .pushCertificates()
        .save(pair("b", T.plus(HOUR)), Fixtures.activity("loaded_apns_certificate"));
    StoredPair current = stores.pushCertificates().current().orElseThrow();
    assertEquals("b", current.topic());
    assertEquals(T.plus(HOUR), current.savedAt());
    assertArrayEquals(new byte[] {9, 8}, current.sealedKey());
    assertEquals(2, current.chain().size());
    assertArrayEquals(new byte[] {1}, current.chain().get(0));
    assertEquals(2, activities().size());
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
    stores.pushCertificates().save(pair("a", now), Fixtures.activity("loaded_apns_certificate"));
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
