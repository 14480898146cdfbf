package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.apns.PushRequestId;
import io.pomona.api.apns.PushRequestStore;
import io.pomona.api.apns.PushRequestStore.NewPushRequest;
import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.apns.PushRequestStore.VendorPair;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.StoreSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code PushRequestStore} must do. */
public class PushRequestStoreContract extends StoreContract {
  static PushRequestId save(StoreSet stores, Instant at) {
    NewPushRequest request =
        new NewPushRequest(
            "it@example.com",
            "Example",
            new byte[] {1},
            new byte[] {2},
            new byte[] {3},
            new byte[] {4},
            at,
            "Ada");
    return stores.pushRequests().save(request, Fixtures.activity("requested_apns_certificate"));
  }

  private static ActivityDraft sent() {
    return Fixtures.activity("sent_apns_request");
  }

  private PushRequestStore requests() {
    return stores.pushRequests();
  }

  @Test
  public void aRequestIsKeptAsItWasMade() {
    assertEquals(List.of(), requests().pending());
    PushRequestId id = save(stores, T);
    PushRequest pending = requests().pending().get(0);
    assertEquals(id, pending.id());
    assertEquals("it@example.com", pending.content().email());
    assertEquals("Example", pending.content().organization());
    assertArrayEquals(new byte[] {1}, pending.content().request());
    assertArrayEquals(new byte[] {2}, pending.content().sealedKey());
    assertArrayEquals(new byte[] {3}, pending.content().sealedEncryptionKey());
    assertArrayEquals(new byte[] {4}, pending.content().encryptionCertificate());
    assertEquals(T, pending.content().createdAt());
    assertEquals("Ada", pending.content().createdBy());
    assertEquals(Optional.empty(), pending.sentAt());
    assertTrue(pending.signed().isEmpty());
    assertEquals(1, activities().size());
  }

  @Test
  public void theNewestComesFirstAndOnlySomeAreKept() {
    for (int i = 0; i < PushRequestStore.MOST + 2; i++) {
      save(stores, T.plus(MINUTE.multipliedBy(i)));
    }
    List<Instant> times =
        requests().pending().stream().map(each -> each.content().createdAt()).toList();
    assertEquals(PushRequestStore.MOST, times.size());
    assertEquals(T.plus(MINUTE.multipliedBy(PushRequestStore.MOST + 1)), times.get(0));
    assertEquals(T.plus(MINUTE.multipliedBy(2)), times.get(times.size() - 1));
  }

  @Test
  public void whatASigningServiceDidIsNotedOnTheRequest() {
    PushRequestId first = save(stores, T);
    PushRequestId second = save(stores, T);
    requests().sent(first, sent(), T.plus(MINUTE));
    requests().signed(first, new byte[] {7}, Fixtures.activity("signed_apns_request"), T);
    PushRequest newest = requests().pending().get(0);
    assertEquals(second, newest.id());
    assertEquals(Optional.empty(), newest.sentAt());
    PushRequest changed = requests().pending().get(1);
    assertEquals(Optional.of(T.plus(MINUTE)), changed.sentAt());
    assertArrayEquals(new byte[] {7}, changed.signed().orElseThrow());
    assertEquals(4, activities().size());
  }

  @Test
  public void aRequestThatIsNoMoreIsLeftAlone() {
    requests().sent(new PushRequestId(4711), sent(), T);
    assertEquals(0, activities().size());
  }

  @Test
  public void thereIsOneVendorCertificate() {
    assertFalse(requests().vendor().isPresent());
    ActivityDraft loaded = Fixtures.activity("loaded_vendor_certificate");
    requests().saveVendor(vendor(1), loaded);
    requests().saveVendor(vendor(2), loaded);
    VendorPair vendor = requests().vendor().orElseThrow();
    assertArrayEquals(new byte[] {2}, vendor.sealedKey());
    assertEquals(2, vendor.chain().size());
    assertArrayEquals(new byte[] {8}, vendor.chain().get(0));
    assertEquals(T, vendor.savedAt());
    assertEquals("Ada", vendor.savedBy());
    requests().deleteVendor(Fixtures.activity("deleted_vendor_certificate"), T);
    assertFalse(requests().vendor().isPresent());
    requests().deleteVendor(Fixtures.activity("deleted_vendor_certificate"), T);
    assertEquals(3, activities().size());
  }

  private static VendorPair vendor(int number) {
    List<byte[]> chain = List.of(new byte[] {8}, new byte[] {9});
    return new VendorPair(new byte[] {(byte) number}, chain, T, "Ada");
  }
}
