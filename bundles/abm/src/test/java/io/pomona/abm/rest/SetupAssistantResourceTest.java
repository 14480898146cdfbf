package io.pomona.abm.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.abm.assistant.SetupAssistants;
import io.pomona.abm.rest.SetupAssistantResource.UploadRequest;
import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.protocol.dep.MalformedSetupProfileException;
import io.pomona.protocol.dep.SetupProfileReader;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class SetupAssistantResourceTest {
  private static final Map<String, Object> PROFILE =
      Map.of("profile_name", "Sales", "skip_setup_items", List.of("filevault"));

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final AtomicInteger asked = new AtomicInteger();
  private final SetupAssistantResource resource = resource(FakeAccess.allowingAll());

  private SetupAssistantResource resource(FakeAccess access) {
    return new SetupAssistantResource(assistants(access));
  }

  private SetupAssistants assistants(FakeAccess access) {
    return new SetupAssistants(
        stores.setupAssistants(),
        stores.teams(),
        access,
        asked::incrementAndGet,
        new SettableClock());
  }

  @Test
  public void whatIsUploadedIsShownWithWhatIsOdd() {
    UploadRequest request = new UploadRequest(null, "setup.json", PROFILE);
    AssistantView uploaded = resource.uploadAtFirst(Fixtures.ADMIN, request);
    assertEquals(Optional.empty(), uploaded.teamId());
    assertEquals(PROFILE, uploaded.enrollmentProfile());
    assertTrue(uploaded.warnings().get(0).contains("did you mean FileVault?"));
    SetupAssistants.Uploaded shown =
        assistants(FakeAccess.allowingAll()).find(Fixtures.ADMIN, Optional.empty());
    assertEquals("setup.json", shown.assistant().name());
    assertEquals(uploaded.uploadedAt(), shown.assistant().uploadedAt());
    assertEquals(PROFILE, shown.profile().fields());
    assertEquals(1, asked.get());
    resource.upload(Fixtures.ADMIN, request);
    assertEquals("The same again is nothing new", 1, asked.get());
  }

  @Test
  public void itIsDeletedOnce() {
    resource.upload(Fixtures.ADMIN, new UploadRequest(0L, "a.json", PROFILE));
    resource.deleteAtFirst(Fixtures.ADMIN, null);
    assertFails(Kind.NOT_FOUND, () -> resource.delete(Fixtures.ADMIN, null));
    assertFails(Kind.NOT_FOUND, () -> resource.show(Fixtures.ADMIN, null, null));
  }

  @Test
  public void theDefaultIsOneThatAppleTakes() throws MalformedSetupProfileException {
    Map<String, Object> fields = resource.standard().enrollmentProfile();
    assertEquals(List.of(), SetupProfileReader.of(fields).warnings());
  }

  @Test
  public void whatIsWrongIsRefused() {
    assertFails(Kind.MALFORMED, () -> resource.upload(Fixtures.ADMIN, null));
    assertFails(Kind.NOT_FOUND, () -> upload(1L, null, PROFILE));
    assertFails(Kind.INVALID, () -> upload(null, " ", PROFILE));
    assertFails(Kind.INVALID, () -> upload(null, "a.json", null));
    assertFails(Kind.NOT_FOUND, () -> upload(77L, "a.json", PROFILE));
    assertFails(Kind.NOT_FOUND, () -> upload(-1L, "a.json", PROFILE));
    MdmException refused =
        assertThrows(MdmException.class, () -> upload(null, "a.json", Map.of("url", "x")));
    assertEquals("enrollment_profile.url", refused.fields().get(0).name());
    assertFails(Kind.INVALID, () -> resource.show(Fixtures.ADMIN, "x", null));
    assertFails(
        Kind.FORBIDDEN, () -> resource(FakeAccess.denyingAll()).show(Fixtures.ADMIN, null, null));
  }

  private void upload(Long team, String name, Map<String, Object> profile) {
    resource.upload(Fixtures.ADMIN, new UploadRequest(team, name, profile));
  }

  private static void assertFails(Kind kind, ThrowingRunnable call) {
    assertEquals(kind, assertThrows(MdmException.class, call).kind());
  }
}
