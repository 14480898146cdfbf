package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What each role may do; a role that is not listed for a permission is denied it. */
@Component
public final class RoleAccess implements Access {
  private static final Set<Permission> VIEWS =
      EnumSet.of(
          Permission.USE_OWN_ACCOUNT,
          Permission.VIEW_CONFIG,
          Permission.VIEW_ACTIVITIES,
          Permission.VIEW_HOSTS,
          Permission.REFETCH_HOSTS,
          Permission.VIEW_COMMANDS,
          Permission.VIEW_PROFILES,
          Permission.VIEW_STATUS);

  private final Map<Role, Set<Permission>> allowed = new EnumMap<>(Role.class);

  @Activate
  public RoleAccess() {
    allowed.put(Role.OBSERVER, VIEWS);
    allowed.put(
        Role.MAINTAINER,
        with(
            VIEWS,
            Permission.EDIT_HOSTS,
            Permission.ENROLL_HOSTS,
            Permission.RUN_COMMANDS,
            Permission.EDIT_PROFILES));
    allowed.put(Role.ADMIN, EnumSet.allOf(Permission.class));
    allowed.put(
        Role.GITOPS,
        EnumSet.of(Permission.USE_OWN_ACCOUNT, Permission.EDIT_CONFIG, Permission.EDIT_PROFILES));
  }

  @Override
  public boolean mayAnywhere(Actor actor, Permission permission) {
    return actor.roles().stream().anyMatch(role -> allowed.get(role).contains(permission));
  }

  @Override
  public void require(Actor actor, Permission permission, Optional<TeamId> team) {
    if (!mayAnywhere(actor, permission)) {
      throw MdmException.forbidden(
          "organization.forbidden", "Your role does not allow this. Ask an admin.");
    }
  }

  private static Set<Permission> with(Set<Permission> base, Permission... more) {
    Set<Permission> all = EnumSet.copyOf(base);
    all.addAll(Set.of(more));
    return all;
  }
}
