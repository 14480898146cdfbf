package io.pomona.organization;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.UserId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class RoleAccessTest {
  private static final Optional<TeamId> OWN = Optional.of(new TeamId(1));
  private static final Optional<TeamId> SECOND = Optional.of(new TeamId(2));
  private static final Optional<TeamId> OTHER = Optional.of(new TeamId(3));
  private static final Optional<TeamId> NONE = Optional.empty();

  private final RoleAccess access = new RoleAccess();
  private final Actor twoTeams =
      new Actor(
          Optional.of(new UserId(7)),
          "Tom",
          "",
          Set.of(),
          Map.of(OWN.get(), Role.MAINTAINER, SECOND.get(), Role.OBSERVER));

  private static MdmException unknown() {
    return MdmException.notFound("test.unknown", "There is no such row.");
  }

  private String verdict(Actor actor, Permission permission, Optional<TeamId> team) {
    try {
      access.require(actor, permission, team, RoleAccessTest::unknown);
      return "allowed";
    } catch (MdmException e) {
      return e.kind().name();
    }
  }

  @Test
  public void rolesDifferFromTeamToTeam() {
    assertEquals("allowed", verdict(twoTeams, Permission.EDIT_PROFILES, OWN));
    assertEquals("FORBIDDEN", verdict(twoTeams, Permission.EDIT_PROFILES, SECOND));
    assertEquals("allowed", verdict(twoTeams, Permission.VIEW_PROFILES, SECOND));
    assertEquals("NOT_FOUND", verdict(twoTeams, Permission.VIEW_PROFILES, OTHER));
    assertEquals("NOT_FOUND", verdict(twoTeams, Permission.VIEW_PROFILES, NONE));
    assertEquals("FORBIDDEN", verdict(twoTeams, Permission.EDIT_APNS, NONE));
    assertEquals("FORBIDDEN", verdict(twoTeams, Permission.TRANSFER_HOSTS, OWN));
    assertThrows(MdmException.class, () -> access.require(twoTeams, Permission.VIEW_HOSTS, NONE));
  }

  @Test
  public void listsHaveTheScopeOfTheRoles() {
    assertEquals(
        TeamScope.of(Set.of(OWN.get(), SECOND.get())),
        access.scope(twoTeams, Permission.VIEW_HOSTS));
    assertEquals(TeamScope.of(Set.of(OWN.get())), access.scope(twoTeams, Permission.RUN_COMMANDS));
    assertEquals(TeamScope.nowhere(), access.scope(twoTeams, Permission.VIEW_STATUS));
  }

  @Test
  public void anAdminOfATeamIsNoneOfTheOrganization() {
    Actor admin = new Actor(Optional.empty(), "Ann", "", Set.of(), Map.of(OWN.get(), Role.ADMIN));
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    for (Permission permission : Permission.values()) {
      if (access.mayAnywhere(admin, permission)) {
        allowed.add(permission);
      }
      assertEquals(
          permission + " in another team",
          permission == Permission.USE_OWN_ACCOUNT || permission == Permission.VIEW_CONFIG,
          verdict(admin, permission, OTHER).equals("allowed"));
    }
    assertEquals(
        EnumSet.complementOf(
            EnumSet.of(
                Permission.EDIT_CONFIG,
                Permission.EDIT_ESCROW,
                Permission.EDIT_NUDGE,
                Permission.VIEW_USERS,
                Permission.EDIT_USERS,
                Permission.VIEW_ABM,
                Permission.EDIT_ABM,
                Permission.CREATE_TEAMS,
                Permission.DELETE_TEAMS,
                Permission.TRANSFER_HOSTS,
                Permission.ENROLL_HOSTS,
                Permission.VIEW_APNS,
                Permission.EDIT_APNS,
                Permission.VIEW_STATUS)),
        allowed);
  }

  @Test
  public void whoHasNoRoleAtAllMayOnlyLeave() {
    Actor nobody = new Actor(Optional.of(new UserId(7)), "Tom", "", Set.of(), Map.of());
    for (Permission permission : Permission.values()) {
      assertEquals(
          permission == Permission.USE_OWN_ACCOUNT, access.mayAnywhere(nobody, permission));
    }
    assertFalse(
        access.mayAnywhere(
            new Actor(Optional.empty(), "shell", "", Set.of()), Permission.USE_OWN_ACCOUNT));
  }

  @Test
  public void scopesMeet() {
    TeamScope two = TeamScope.of(Set.of(OWN.get(), SECOND.get()));
    assertEquals(TeamScope.of(OWN), two.and(TeamScope.of(OWN)));
    assertEquals(two, TeamScope.everywhere().and(two));
    assertEquals(two, two.and(TeamScope.everywhere()));
    assertEquals(TeamScope.nowhere(), two.and(TeamScope.of(NONE)));
    assertTrue(TeamScope.of(NONE).includes(NONE));
    assertFalse(TeamScope.of(NONE).includes(OWN));
    assertFalse(two.includes(NONE));
  }
}
