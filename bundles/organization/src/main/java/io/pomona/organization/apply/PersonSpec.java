package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.organization.AccountChanges.Wish;
import io.pomona.organization.Accounts;
import io.pomona.organization.Accounts.Draft;
import io.pomona.organization.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of a person: never a password.
 *
 * @param name empty when it is not said
 * @param ssoEnabled empty when it is not said
 */
record PersonSpec(Optional<String> name, Optional<Boolean> ssoEnabled, Roles roles) {
  private static final String GLOBAL = "global_role";
  private static final String NAME = "name";
  private static final String SSO = "sso_enabled";
  private static final String TEAMS = "teams";
  static final List<String> KEYS = List.of(GLOBAL, NAME, SSO, TEAMS);

  /**
   * @throws MdmException with what is wrong
   */
  static PersonSpec of(Map<?, ?> said, TeamStore teams) {
    Optional<String> name = value(said, NAME, String.class, "a text").map(Accounts::name);
    Optional<Boolean> sso = value(said, SSO, Boolean.class, "true or false");
    Optional<Role> global =
        Optional.ofNullable(said.get(GLOBAL))
            .map(role -> Roles.named(String.valueOf(role), GLOBAL));
    return new PersonSpec(name, sso, new Roles(global, inTeams(said.get(TEAMS), teams)).required());
  }

  private static <T> Optional<T> value(Map<?, ?> said, String key, Class<T> type, String words) {
    Optional<Object> value = Optional.ofNullable(said.get(key));
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw bad(key + " must be " + words);
    }
    return value.map(type::cast);
  }

  private static Map<TeamId, Role> inTeams(Object said, TeamStore teams) {
    Map<TeamId, Role> roles = new HashMap<>();
    if (said instanceof List<?> list) {
      list.forEach(one -> inTeam(one, teams, roles));
    } else if (said != null) {
      throw bad(TEAMS + " must be a list");
    }
    return roles;
  }

  private static void inTeam(Object said, TeamStore teams, Map<TeamId, Role> roles) {
    if (!(said instanceof Map<?, ?> keys)) {
      throw bad("each of " + TEAMS + " needs team, its name, and role");
    }
    String name = String.valueOf(keys.containsKey("team") ? keys.get("team") : keys.get("name"));
    TeamId team =
        teams.named(name).orElseThrow(() -> bad("there is no team of the name " + name)).id();
    if (roles.put(team, Roles.named(String.valueOf(keys.get("role")), TEAMS)) != null) {
      throw bad("the team " + name + " is here twice");
    }
  }

  static MdmException bad(String reason) {
    return MdmException.invalid("organization.bad_role", "roles", reason);
  }

  /** For an account that is there. */
  Wish wish() {
    return new Wish(name, Optional.empty(), Optional.of(roles), ssoEnabled);
  }

  /** For one that is not there yet; empty when too little is said to make it. */
  Optional<Draft> draft(String email) {
    return name.filter(text -> ssoEnabled.orElse(false))
        .map(text -> new Draft(text, email, "", roles, true));
  }
}
