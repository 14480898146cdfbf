package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** What every {@code ActivityStore} must do. */
public abstract class ActivityStoreContract extends StoreContract {
  private void append(String type) {
    stores.activities().append(ActivityDraft.of(Fixtures.ADMIN, type), T);
  }

  private List<String> types(PageRequest page) {
    return stores.activities().newest(page).stream().map(Activity::type).toList();
  }

  @Test
  public void anActivityIsStoredWhole() {
    stores
        .activities()
        .append(
            ActivityDraft.of(Fixtures.ADMIN, "ran_custom_mdm_command")
                .with("host_display_name", "Adas Mac \u2318")
                .with("host_id", 7L)
                .with("installed_from_dep", false)
                .with("host_ids", List.of(1L, 2L))
                .with("names", List.of("a", "b")),
            T);
    Activity activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals(T, activity.createdAt());
    assertEquals(Fixtures.ADMIN.name(), activity.actorName());
    assertEquals(Fixtures.ADMIN.email(), activity.actorEmail());
    assertEquals(Optional.empty(), activity.actor());
    assertEquals("ran_custom_mdm_command", activity.type());
    assertEquals(
        Map.of(
            "host_display_name",
            "Adas Mac \u2318",
            "host_id",
            7L,
            "installed_from_dep",
            false,
            "host_ids",
            List.of(1L, 2L),
            "names",
            List.of("a", "b")),
        activity.details());
  }

  @Test
  public void pomonaItselfIsAnActor() {
    stores.activities().append(ActivityDraft.of(Actor.system(), "mdm_enrolled"), T);
    Activity activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals("Pomona", activity.actorName());
    assertEquals(Map.of(), activity.details());
  }

  @Test
  public void newestFirstAndPaged() {
    append("a");
    append("b");
    append("c");
    assertEquals(List.of("c", "b", "a"), types(PageRequest.first(10)));
    assertEquals(List.of("b"), types(new PageRequest(0, 1, 1)));
    long newest = stores.activities().newest(PageRequest.first(1)).get(0).id();
    assertEquals(List.of("b", "a"), types(new PageRequest(newest, 0, 10)));
  }
}
