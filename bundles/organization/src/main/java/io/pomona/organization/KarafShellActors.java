package io.pomona.organization;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.ShellActors;
import java.security.AccessController;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Karaf's realm as a second way in: its roles admin, manager and viewer become ours. */
@Component
public final class KarafShellActors implements ShellActors {
  private static final Map<String, Role> ROLES =
      Map.of("admin", Role.ADMIN, "manager", Role.MAINTAINER, "viewer", Role.OBSERVER);

  @Activate
  public KarafShellActors() {}

  // Java 17 offers no other way to the subject that Karaf runs a command under.
  @Override
  @SuppressWarnings("removal")
  public Actor current() {
    return of(Subject.getSubject(AccessController.getContext()));
  }

  static Actor of(Subject subject) {
    Set<Principal> principals = subject == null ? Set.of() : subject.getPrincipals();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    String name = "shell";
    for (Principal principal : principals) {
      switch (principal.getClass().getSimpleName()) {
        case "RolePrincipal" ->
            Optional.ofNullable(ROLES.get(principal.getName())).ifPresent(roles::add);
        case "UserPrincipal" -> name = principal.getName();
        default -> {
          // groups were resolved to roles by Karaf's login module
        }
      }
    }
    return new Actor(Optional.empty(), name, "", roles);
  }
}
