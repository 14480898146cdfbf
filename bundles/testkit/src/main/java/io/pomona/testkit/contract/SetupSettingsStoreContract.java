package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code SetupSettingsStore} must do. */
public class SetupSettingsStoreContract extends StoreContract {
  private static final SetupSettings BOTH = new SetupSettings(true, true);
  private static final SetupSettings LOGIN = new SetupSettings(true, false);
  private static final ActivityDraft TOLD = Fixtures.activity("enabled_macos_setup_end_user_auth");

  @Test
  public void eachTeamHasItsOwnAndNoneAtFirst() {
    Optional<TeamId> sales = Optional.of(team("Sales"));
    assertEquals(SetupSettings.none(), stores.setupSettings().of(sales));
    stores.setupSettings().put(sales, BOTH, List.of(TOLD));
    stores.setupSettings().put(Optional.empty(), LOGIN, List.of());
    assertEquals(BOTH, stores.setupSettings().of(sales));
    assertEquals(LOGIN, stores.setupSettings().of(Optional.empty()));
    stores.setupSettings().put(sales, SetupSettings.none(), List.of());
    assertEquals(SetupSettings.none(), stores.setupSettings().of(sales));
    assertEquals(List.of(TOLD.type(), "created_team"), activities());
  }

  @Test
  public void theyEndWithTheTeam() {
    TeamId sales = team("Sales");
    stores.setupSettings().put(Optional.of(sales), BOTH, List.of());
    deleteTeam(sales);
    assertEquals(SetupSettings.none(), stores.setupSettings().of(Optional.of(sales)));
    assertFails(
        MdmException.Kind.NOT_FOUND,
        () -> stores.setupSettings().put(Optional.of(sales), BOTH, List.of(TOLD)));
    assertEquals(List.of("deleted_team", "created_team"), activities());
  }
}
