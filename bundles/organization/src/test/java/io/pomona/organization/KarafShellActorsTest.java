package io.pomona.organization;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.Test;

public class KarafShellActorsTest {
  // Karaf's classes of these names are matched by name, since they come from another bundle.
  private record UserPrincipal(String getName) implements Principal {}

  private record RolePrincipal(String getName) implements Principal {}

  @Test
  public void karafsRolesBecomeOurs() {
    Actor actor =
        KarafShellActors.of(
            subject(
                new UserPrincipal("karaf"),
                new RolePrincipal("admin"),
                new RolePrincipal("viewer"),
                new RolePrincipal("ssh")));
    assertEquals("karaf", actor.name());
    assertEquals(Set.of(Role.ADMIN, Role.OBSERVER), actor.roles());
  }

  @Test
  public void aShellWithoutRolesMayNothing() {
    assertEquals(Set.of(), KarafShellActors.of(subject(new UserPrincipal("x"))).roles());
    assertEquals(Set.of(), KarafShellActors.of(null).roles());
  }

  private static Subject subject(Principal... principals) {
    return new Subject(true, Set.of(principals), Set.of(), Set.of());
  }
}
