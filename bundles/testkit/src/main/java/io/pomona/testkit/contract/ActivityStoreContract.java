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
            ActivityDraft.of(Fixtures.ADMIN, "transferred_hosts")
                .with("team_name", "Workstations \u2318")
                .with("team_id", 7L)
                .with("host_ids", List.of(1L, 2L))
                .with("host_display_names", List.of("a", "b")),
            T);
    Activity activity = stores.activities().newest(PageRequest.first(1)).get(0);
    assertEquals(T, activity.createdAt());
    assertEquals(Fixtures.ADMIN.name(), activity.actorName());
    assertEquals(Fixtures.ADMIN.email(), activity.actorEmail());
    assertEquals(Optional.empty(), activity.actor());
    assertEquals("transferred_hosts", activity.type());
    assertEquals(
        Map.of(
            "team_name",
            "Workstations \u2318",
            "team_id",
            7L,
            "host_ids",
            List.of(1L, 2L),
            "host_display_names",
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
    append("locked_host");
    append("unlocked_host");
    append("wiped_host");
    assertEquals(
        List.of("wiped_host", "unlocked_host", "locked_host"), types(PageRequest.first(10)));
    assertEquals(List.of("unlocked_host"), types(new PageRequest(0, 1, 1)));
    long newest = stores.activities().newest(PageRequest.first(1)).get(0).id();
    assertEquals(List.of("unlocked_host", "locked_host"), types(new PageRequest(newest, 0, 10)));
  }
}
