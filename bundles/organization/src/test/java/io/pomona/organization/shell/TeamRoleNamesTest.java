package io.pomona.organization.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import java.util.HashMap;
import java.util.Map;
import org.junit.Test;

public class TeamRoleNamesTest {
  private static final Map<String, TeamId> TEAMS =
      Map.of("Desks", new TeamId(1), "1=2", new TeamId(2));

  private final Map<TeamId, Role> roles = new HashMap<>();

  private void put(String text) {
    TeamRoleNames.put(text, TEAMS::get, roles);
  }

  private void assertRefused(String code, String text) {
    assertEquals(code, assertThrows(MdmException.class, () -> put(text)).code());
  }

  @Test
  public void theRoleComesAfterTheLastSign() {
    put("Desks=maintainer");
    put("1=2=observer_plus");
    assertEquals(Map.of(new TeamId(1), Role.MAINTAINER, new TeamId(2), Role.OBSERVER_PLUS), roles);
  }

  @Test
  public void whatIsNoRoleInATeamIsRefused() {
    assertRefused("organization.bad_team", "maintainer");
    assertRefused("organization.bad_team", "=maintainer");
    assertRefused("organization.bad_role", "Desks=king");
    put("Desks=observer");
    assertRefused("organization.bad_team", "Desks=maintainer");
  }
}
