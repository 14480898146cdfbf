package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What each role may do; a role that is not listed for a permission is denied it. A role in a team
 * allows the same to the rows of that team, and nothing that concerns the whole organization.
 */
@Component
public final class RoleAccess implements Access {
  private static final Set<Permission> VIEWS =
      EnumSet.of(
          Permission.USE_OWN_ACCOUNT,
          Permission.VIEW_CONFIG,
          Permission.VIEW_TEAMS,
          Permission.VIEW_ACTIVITIES,
          Permission.VIEW_HOSTS,
          Permission.REFETCH_HOSTS,
          Permission.VIEW_COMMANDS,
          Permission.VIEW_PROFILES,
          Permission.VIEW_STATUS,
          Permission.VIEW_RECOVERY_KEYS,
          Permission.VIEW_DECLARATIONS);

  /** What has no team: a role in any team is enough. */
  private static final Set<Permission> OF_NO_TEAM =
      EnumSet.of(Permission.USE_OWN_ACCOUNT, Permission.VIEW_CONFIG);

  /** What a role in a team allows to rows of that team; all others need a role everywhere. */
  private static final Set<Permission> OF_A_TEAM =
      EnumSet.of(
          Permission.VIEW_TEAMS,
          Permission.EDIT_TEAMS,
          Permission.EDIT_SETTINGS,
          Permission.VIEW_ACTIVITIES,
          Permission.VIEW_HOSTS,
          Permission.REFETCH_HOSTS,
          Permission.EDIT_HOSTS,
          Permission.VIEW_COMMANDS,
          Permission.RUN_COMMANDS,
          Permission.VIEW_PROFILES,
          Permission.EDIT_PROFILES,
          Permission.VIEW_SETUP,
          Permission.EDIT_SETUP,
          Permission.EDIT_WEBHOOKS,
          Permission.VIEW_RECOVERY_KEYS,
          Permission.VIEW_DEVICE_SECRETS,
          Permission.ROTATE_DEVICE_SECRETS,
          Permission.EDIT_DISK_ENCRYPTION,
          Permission.LOCK_HOSTS,
          Permission.EDIT_UPDATES,
          Permission.VIEW_DECLARATIONS,
          Permission.EDIT_DECLARATIONS);

  private final Map<Role, Set<Permission>> allowed = new EnumMap<>(Role.class);

  @Activate
  public RoleAccess() {
    allowed.put(Role.OBSERVER, VIEWS);
    allowed.put(Role.OBSERVER_PLUS, VIEWS);
    allowed.put(
        Role.MAINTAINER,
        with(
            VIEWS,
            Permission.EDIT_HOSTS,
            Permission.TRANSFER_HOSTS,
            Permission.ENROLL_HOSTS,
            Permission.RUN_COMMANDS,
            Permission.EDIT_SETTINGS,
            Permission.EDIT_PROFILES,
            Permission.VIEW_SETUP,
            Permission.EDIT_SETUP,
            Permission.VIEW_DEVICE_SECRETS,
            Permission.ROTATE_DEVICE_SECRETS,
            Permission.EDIT_DISK_ENCRYPTION,
            Permission.LOCK_HOSTS,
            Permission.EDIT_UPDATES,
            Permission.EDIT_NUDGE,
            Permission.EDIT_DECLARATIONS));
    allowed.put(Role.ADMIN, EnumSet.allOf(Permission.class));
    allowed.put(
        Role.GITOPS,
        EnumSet.of(
            Permission.USE_OWN_ACCOUNT,
            Permission.EDIT_CONFIG,
            Permission.EDIT_SETTINGS,
            Permission.VIEW_TEAMS,
            Permission.EDIT_TEAMS,
            Permission.CREATE_TEAMS,
            Permission.DELETE_TEAMS,
            Permission.TRANSFER_HOSTS,
            Permission.EDIT_PROFILES,
            Permission.EDIT_SETUP,
            Permission.EDIT_DISK_ENCRYPTION,
            Permission.EDIT_UPDATES,
            Permission.EDIT_NUDGE,
            Permission.EDIT_DECLARATIONS));
  }

  @Override
  public boolean mayAnywhere(Actor actor, Permission permission) {
    boolean own = permission == Permission.USE_OWN_ACCOUNT && actor.user().isPresent();
    return own || everywhere(actor, permission) || inSomeTeam(actor, permission);
  }

  private boolean everywhere(Actor actor, Permission permission) {
    return actor.roles().stream().anyMatch(role -> allowed.get(role).contains(permission));
  }

  private boolean inSomeTeam(Actor actor, Permission permission) {
    return (OF_NO_TEAM.contains(permission) || OF_A_TEAM.contains(permission))
        && actor.teamRoles().values().stream()
            .anyMatch(role -> allowed.get(role).contains(permission));
  }

  @Override
  public TeamScope scope(Actor actor, Permission permission) {
    if (everywhere(actor, permission)) {
      return TeamScope.everywhere();
    }
    if (!OF_A_TEAM.contains(permission)) {
      return TeamScope.nowhere();
    }
    return TeamScope.of(
        actor.teamRoles().entrySet().stream()
            .filter(entry -> allowed.get(entry.getValue()).contains(permission))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  private boolean may(Actor actor, Permission permission, Optional<TeamId> team) {
    return OF_NO_TEAM.contains(permission)
        ? mayAnywhere(actor, permission)
        : scope(actor, permission).includes(team);
  }

  @Override
  public void require(Actor actor, Permission permission, Optional<TeamId> team) {
    if (!may(actor, permission, team)) {
      throw forbidden();
    }
  }

  // Who may do this nowhere is told so before it can matter whether the row exists.
  @Override
  public void require(
      Actor actor, Permission permission, Optional<TeamId> team, Supplier<MdmException> unknown) {
    if (may(actor, permission, team)) {
      return;
    }
    boolean known = team.filter(actor.teamRoles()::containsKey).isPresent();
    throw known || !actor.roles().isEmpty() || !mayAnywhere(actor, permission)
        ? forbidden()
        : unknown.get();
  }

  private static MdmException forbidden() {
    return MdmException.forbidden(
        "organization.forbidden", "Your role does not allow this. Ask an admin.");
  }

  private static Set<Permission> with(Set<Permission> base, Permission... more) {
    Set<Permission> all = EnumSet.copyOf(base);
    all.addAll(Set.of(more));
    return all;
  }
}
