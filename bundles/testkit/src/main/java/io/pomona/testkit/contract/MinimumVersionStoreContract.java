package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code MinimumVersionStore} must do. */
public class MinimumVersionStoreContract extends StoreContract {
  private static final String CHANGED = "edited_macos_setup_min_version";

  private void put(Optional<TeamId> team, Optional<String> version) {
    stores.minimumVersions().put(team, version, Fixtures.activity(CHANGED), T);
  }

  @Test
  public void eachTeamHasItsOwn() {
    Optional<TeamId> team = Optional.of(team("Desks"));
    assertEquals(Optional.empty(), stores.minimumVersions().of(team));
    put(team, Optional.of("14.5"));
    put(Optional.empty(), Optional.of("15"));
    put(team, Optional.of("14.6"));
    assertEquals(Optional.of("14.6"), stores.minimumVersions().of(team));
    assertEquals(Optional.of("15"), stores.minimumVersions().of(Optional.empty()));
    put(Optional.empty(), Optional.empty());
    assertEquals(Optional.empty(), stores.minimumVersions().of(Optional.empty()));
    assertEquals(List.of(CHANGED, CHANGED, CHANGED, CHANGED, "created_team"), activities());
    deleteTeam(team.get());
    assertEquals(Optional.empty(), stores.minimumVersions().of(team));
  }

  @Test
  public void aTeamThatIsGoneHasNone() {
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> put(Optional.of(new TeamId(4711)), Optional.of("14.5")));
  }
}
