package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.AccountChanges.Wish;
import io.pomona.organization.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of some people, as a document wants them. */
final class UserRolesStep implements SpecStep {
  private static final String ROLES = "roles";
  private static final String GLOBAL = "global_role";
  private static final String TEAMS = "teams";
  private static final Set<String> KEYS = Set.of(GLOBAL, TEAMS);

  private final Actor actor;
  private final SpecDocument document;
  private final AccountChanges accounts;
  private final TeamStore teams;
  private final Map<User, Roles> wanted = new LinkedHashMap<>();
  private final List<SpecProblem> problems = new ArrayList<>();

  UserRolesStep(Actor actor, SpecDocument document, AccountChanges accounts, TeamStore teams) {
    this.actor = actor;
    this.document = document;
    this.accounts = accounts;
    this.teams = teams;
    read();
  }

  private void read() {
    for (String key : document.spec().keySet()) {
      if (!key.equals(ROLES)) {
        problem(Kind.MALFORMED, List.of(key), "unknown key; valid here is " + ROLES);
      }
    }
    if (document.spec().get(ROLES) instanceof Map<?, ?> people) {
      people.forEach((email, roles) -> person(String.valueOf(email), roles));
    } else {
      problem(
          Kind.MALFORMED, List.of(ROLES), "must be an object with an e-mail address as each key");
    }
  }

  private void problem(Kind kind, List<String> path, String reason) {
    problems.add(new SpecProblem(kind, document.source().place(path), path, reason));
  }

  private void person(String email, Object said) {
    List<String> path = List.of(ROLES, email);
    if (!(said instanceof Map<?, ?> keys)) {
      problem(Kind.MALFORMED, path, "say " + GLOBAL + " or " + TEAMS);
    } else if (!KEYS.containsAll(keys.keySet())) {
      problem(Kind.MALFORMED, path, "valid keys here are " + GLOBAL + " and " + TEAMS);
    } else {
      try {
        wanted.put(accounts.named(email), roles(keys));
      } catch (MdmException e) {
        problem(Kind.INVALID, path, e.getMessage());
      }
    }
  }

  private Roles roles(Map<?, ?> said) {
    Optional<Role> global =
        Optional.ofNullable(said.get(GLOBAL))
            .map(role -> Roles.named(String.valueOf(role), GLOBAL));
    return new Roles(global, inTeams(said.get(TEAMS))).required();
  }

  private Map<TeamId, Role> inTeams(Object said) {
    Map<TeamId, Role> roles = new HashMap<>();
    if (said instanceof List<?> list) {
      list.forEach(one -> inTeam(one, roles));
    } else if (said != null) {
      throw bad(TEAMS + " must be a list");
    }
    return roles;
  }

  private void inTeam(Object said, Map<TeamId, Role> roles) {
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

  private static MdmException bad(String reason) {
    return MdmException.invalid("organization.bad_role", ROLES, reason);
  }

  @Override
  public List<SpecProblem> problems() {
    return problems;
  }

  @Override
  public List<AppliedChange> apply() {
    List<AppliedChange> changes = new ArrayList<>();
    wanted.forEach(
        (user, roles) -> {
          Wish wish = new Wish(Optional.empty(), Optional.empty(), Optional.of(roles));
          if (!accounts.change(actor, user.id().value(), wish).equals(user)) {
            changes.add(change(user, roles));
          }
        });
    return changes;
  }

  private AppliedChange change(User user, Roles roles) {
    SpecSource source = document.source();
    return new AppliedChange(
        source.file(),
        source.line(),
        AppliedChange.ORGANIZATION,
        UserRolesKind.NAME,
        SettingsChange.changed(user.email() + ", now " + words(roles)));
  }

  private String words(Roles roles) {
    Map<TeamId, String> names = teams.names();
    return roles
        .global()
        .map(Role::label)
        .orElseGet(
            () ->
                roles.teams().entrySet().stream()
                    .map(role -> role.getValue().label() + " in " + names.get(role.getKey()))
                    .sorted()
                    .collect(Collectors.joining(", ")));
  }
}
