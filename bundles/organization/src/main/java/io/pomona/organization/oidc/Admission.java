package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserStore;
import io.pomona.organization.AccountActivities;
import io.pomona.organization.Roles;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the account of whom the provider vouches for, or makes one where that is allowed. */
@Component(service = Admission.class)
public final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");
  private static final int LONGEST_NAME = 255;

  private final UserStore users;
  private final SsoStore sso;
  private final TeamStore teams;
  private final Clock clock;

  @Activate
  public Admission(
      @Reference UserStore users, @Reference SsoStore sso, @Reference TeamStore teams) {
    this(users, sso, teams, Clock.systemUTC());
  }

  Admission(UserStore users, SsoStore sso, TeamStore teams, Clock clock) {
    this.users = users;
    this.sso = sso;
    this.teams = teams;
    this.clock = clock;
  }

  User admit(Person person, SsoSettings settings) {
    settings.requireLetIn(person.email());
    Optional<User> known = users.credentials(person.email()).map(UserStore.Credentials::user);
    if (known.isPresent()) {
      sso.bind(known.get().id(), person.identity(), clock.instant());
      return known.get();
    }
    Role role =
        settings
            .jitRole()
            .orElseThrow(
                () ->
                    SsoRefusal.of(
                        "organization.sso_no_account",
                        "You have no account here. Ask an admin to add you."));
    return create(person, roles(role, settings));
  }

  private Roles roles(Role role, SsoSettings settings) {
    if (settings.jitTeams().isEmpty()) {
      return Roles.everywhere(role);
    }
    Map<TeamId, Role> inTeams = new HashMap<>();
    teams
        .names()
        .forEach(
            (id, name) -> {
              if (settings.jitTeams().stream().anyMatch(name::equalsIgnoreCase)) {
                inTeams.put(id, role);
              }
            });
    if (inTeams.size() != settings.jitTeams().size()) {
      LOG.warn("Single sign-on: oidc.jit.teams names a team that does not exist");
      throw MdmException.unavailable(
          "organization.sso_no_team", "No account could be made for you. Ask an admin.");
    }
    return new Roles(Optional.empty(), inTeams);
  }

  private User create(Person person, Roles roles) {
    String name = person.name().strip();
    String shown = name.isEmpty() ? person.email() : name;
    NewUser user =
        new NewUser(
            shown.substring(0, Math.min(LONGEST_NAME, shown.length())),
            person.email(),
            "",
            roles.global(),
            roles.teams(),
            true);
    User made =
        sso.create(
            user,
            person.identity(),
            clock.instant(),
            new AccountActivities(Actor.system())::admitted);
    LOG.info("Account {} made by single sign-on", made.id().value());
    return made;
  }
}
