package io.pomona.escrow.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.escrow.filevault.DiskEncryption;
import io.pomona.escrow.rest.DiskEncryptionResource.DiskEncryptionRequest;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import java.util.Optional;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class DiskEncryptionResourceTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final DiskEncryptionResource resource = resource(FakeAccess.allowingAll());

  private DiskEncryptionResource resource(FakeAccess access) {
    return new DiskEncryptionResource(
        new DiskEncryption(stores.diskEncryptions()),
        stores.hostEncryptions(),
        stores.teams(),
        access);
  }

  private static DiskEncryptionRequest request(long team, boolean enabled) {
    return new DiskEncryptionRequest(Optional.of(team), Optional.of(enabled));
  }

  private boolean isEnabled() {
    return stores.diskEncryptions().isEnabled(Optional.empty());
  }

  @Test
  public void bothFormsTurnItOnAndOff() {
    resource.change(Fixtures.ADMIN, request(0, true));
    assertTrue(isEnabled());
    resource.changeEarly(Fixtures.ADMIN, request(0, false));
    assertFalse(isEnabled());
  }

  @Test
  public void whoSaysNothingIsToldWhatToSay() {
    assertFails(Kind.MALFORMED, () -> resource.change(Fixtures.ADMIN, null));
    assertFails(
        Kind.MALFORMED,
        () ->
            resource.change(
                Fixtures.ADMIN, new DiskEncryptionRequest(Optional.empty(), Optional.empty())));
  }

  @Test
  public void anUnknownTeamIsNotFound() {
    assertFails(Kind.NOT_FOUND, () -> resource.change(Fixtures.ADMIN, request(4711, true)));
    assertFails(Kind.NOT_FOUND, () -> resource.change(Fixtures.ADMIN, request(-1, true)));
    assertFails(Kind.NOT_FOUND, () -> resource.earlySummary(Fixtures.ADMIN, "4711"));
    assertFails(Kind.INVALID, () -> resource.summary(Fixtures.ADMIN, "odd"));
  }

  @Test
  public void whoMayNotIsRefused() {
    DiskEncryptionResource closed = resource(FakeAccess.denyingAll());
    assertFails(Kind.FORBIDDEN, () -> closed.change(Fixtures.ADMIN, request(0, true)));
    assertFails(Kind.FORBIDDEN, () -> closed.summary(Fixtures.ADMIN, ""));
    assertFalse(isEnabled());
  }

  @Test
  public void aSummaryHasEveryStatus() {
    assertEquals(
        new EncryptionSummaryView(0, 0, 0, 0, 0, 0), resource.earlySummary(Fixtures.ADMIN, null));
    assertEquals(0, resource.summary(Fixtures.ADMIN, "").actionRequired().macos());
  }

  private static void assertFails(Kind kind, ThrowingRunnable call) {
    assertEquals(kind, assertThrows(MdmException.class, call).kind());
  }
}
