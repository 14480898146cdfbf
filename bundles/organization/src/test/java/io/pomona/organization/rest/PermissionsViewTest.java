package io.pomona.organization.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.UserId;
import io.pomona.organization.RoleAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class PermissionsViewTest {
  private static final TeamId SALES = new TeamId(3);

  @Test
  public void anAdminMayEverythingEverywhere() {
    PermissionsView admin = of(Set.of(Role.ADMIN), Map.of());
    assertEquals(List.of(Permission.values()), admin.everywhere());
    assertTrue(admin.teams().isEmpty());
  }

  @Test
  public void aRoleInATeamAllowsNothingElsewhereButWhatHasNoTeam() {
    PermissionsView tom = of(Set.of(), Map.of(SALES, Role.MAINTAINER));
    assertEquals(List.of(Permission.USE_OWN_ACCOUNT, Permission.VIEW_CONFIG), tom.everywhere());
    assertEquals(Set.of(3L), tom.teams().keySet());
    assertTrue(tom.teams().get(3L).contains(Permission.EDIT_PROFILES));
    assertFalse(tom.teams().get(3L).contains(Permission.VIEW_APNS));
  }

  @Test
  public void bothAddUp() {
    PermissionsView both = of(Set.of(Role.OBSERVER), Map.of(SALES, Role.ADMIN));
    assertTrue(both.everywhere().contains(Permission.VIEW_HOSTS));
    assertTrue(both.teams().get(3L).contains(Permission.LOCK_HOSTS));
    assertFalse(both.teams().get(3L).contains(Permission.VIEW_HOSTS));
  }

  private static PermissionsView of(Set<Role> everywhere, Map<TeamId, Role> teams) {
    Actor actor =
        new Actor(Optional.of(new UserId(7)), "Tom", "tom@example.com", everywhere, teams);
    return PermissionsView.of(new RoleAccess(), actor);
  }
}
