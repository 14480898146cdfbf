package io.pomona.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Activities about accounts, with the reference's fields. */
public final class AccountActivities {
  private final Actor actor;

  public AccountActivities(Actor actor) {
    this.actor = actor;
  }

  static ActivityDraft about(Actor actor, String type, User user) {
    return ActivityDraft.of(actor, type)
        .with("user_id", user.id().value())
        .with("user_name", user.name())
        .with("user_email", user.email());
  }

  /** One for the people of each team as well, who see nothing of accounts. */
  List<ActivityDraft> created(User user) {
    return withTeams(made(user), user);
  }

  /** As those of {@link #created}, of an account that a first login makes. */
  public List<ActivityDraft> admitted(User user) {
    return withTeams(made(user).with("jit", true), user);
  }

  private ActivityDraft made(User user) {
    ActivityDraft made = about(actor, "created_user", user).with("role", Roles.of(user).text());
    return user.ssoEnabled() ? made.with("sso_enabled", true) : made;
  }

  private List<ActivityDraft> withTeams(ActivityDraft made, User user) {
    List<ActivityDraft> all = new ArrayList<>(List.of(made));
    all.addAll(ofTeams(without(user), user));
    return all;
  }

  /** As those of {@link #created}. */
  List<ActivityDraft> deleted(User user) {
    List<ActivityDraft> all = new ArrayList<>(ofTeams(user, without(user)));
    all.add(about(actor, "deleted_user", user).with("role", Roles.of(user).text()));
    return all;
  }

  /** Of who had a role in a team that is no more. */
  ActivityDraft leaving(Team team, User user) {
    Optional<Role> old = Optional.of(user.teamRoles().get(team.id()));
    return role("deleted_user_team_role", user, old, Optional.empty())
        .with("team_id", team.id().value())
        .with("team_name", team.name());
  }

  private static User without(User user) {
    return new User(user.id(), user.name(), user.email(), user.globalRole(), user.createdAt());
  }

  /** One for each part that is different. */
  List<ActivityDraft> of(User before, User after) {
    List<ActivityDraft> all = new ArrayList<>();
    boolean sso = before.ssoEnabled() != after.ssoEnabled();
    if (sso || !before.name().equals(after.name()) || !before.email().equals(after.email())) {
      ActivityDraft edited =
          about(actor, "edited_user", after)
              .with("previous_user_name", before.name())
              .with("previous_user_email", before.email());
      all.add(sso ? ofSso(edited, before, after) : edited);
    }
    if (!before.globalRole().equals(after.globalRole())) {
      String type =
          after.globalRole().isPresent() ? "changed_user_global_role" : "deleted_user_global_role";
      all.add(role(type, after, before.globalRole(), after.globalRole()));
    }
    all.addAll(ofTeams(before, after));
    return all;
  }

  private List<ActivityDraft> ofTeams(User before, User after) {
    Set<TeamId> teams = new TreeSet<>(Comparator.comparingLong(TeamId::value));
    teams.addAll(before.teamRoles().keySet());
    teams.addAll(after.teamRoles().keySet());
    return teams.stream().flatMap(team -> ofTeam(team, before, after).stream()).toList();
  }

  private static ActivityDraft ofSso(ActivityDraft edited, User before, User after) {
    return edited
        .with("sso_enabled", after.ssoEnabled())
        .with("previous_sso_enabled", before.ssoEnabled());
  }

  private Optional<ActivityDraft> ofTeam(TeamId team, User before, User after) {
    Optional<Role> old = Optional.ofNullable(before.teamRoles().get(team));
    Optional<Role> now = Optional.ofNullable(after.teamRoles().get(team));
    if (old.equals(now)) {
      return Optional.empty();
    }
    String type = now.isPresent() ? "changed_user_team_role" : "deleted_user_team_role";
    return Optional.of(role(type, after, old, now).with("team_id", team.value()));
  }

  private ActivityDraft role(String type, User user, Optional<Role> before, Optional<Role> after) {
    ActivityDraft draft =
        about(actor, type, user).with("role", after.or(() -> before).orElseThrow().label());
    return before
        .filter(role -> after.isPresent())
        .map(role -> draft.with("previous_role", role.label()))
        .orElse(draft);
  }
}
