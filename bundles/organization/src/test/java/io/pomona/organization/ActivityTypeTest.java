package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.Actor;
import java.util.HashSet;
import org.junit.Test;

public class ActivityTypeTest {
  @Test
  public void aDeclaredDetailIsTaken() {
    ActivityDraft draft = ActivityDraft.of(Actor.system(), "mdm_enrolled").with("host_id", 7L);
    assertEquals(7L, draft.details().get("host_id"));
  }

  @Test
  public void whatIsNotDeclaredCannotBeWritten() {
    assertThrows(
        IllegalArgumentException.class, () -> ActivityDraft.of(Actor.system(), "did_something"));
    ActivityDraft draft = ActivityDraft.of(Actor.system(), "read_host_disk_encryption_key");
    assertThrows(IllegalArgumentException.class, () -> draft.with("key", "ABCD-1234"));
  }

  @Test
  public void namesAreInTheReferencesForm() {
    for (ActivityType type : ActivityType.values()) {
      assertTrue(type.label(), type.label().matches("[a-z_]+"));
      assertEquals(type.label(), type.fields().size(), new HashSet<>(type.fields()).size());
      type.fields().forEach(field -> assertTrue(field, field.matches("[a-z0-9_]+")));
    }
  }
}
