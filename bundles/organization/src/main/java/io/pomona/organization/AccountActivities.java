package io.pomona.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Activities about accounts, with the reference's fields. */
final class AccountActivities {
  private final Actor actor;
  private final Map<TeamId, String> teamNames;

  AccountActivities(Actor actor, Map<TeamId, String> teamNames) {
    this.actor = actor;
    this.teamNames = teamNames;
  }

  static ActivityDraft about(Actor actor, String type, User user) {
    return ActivityDraft.of(actor, type)
        .with("user_id", user.id().value())
        .with("user_name", user.name())
        .with("user_email", user.email());
  }

  /** One for each part that is different. */
  List<ActivityDraft> of(User before, User after) {
    List<ActivityDraft> all = new ArrayList<>();
    if (!before.name().equals(after.name()) || !before.email().equals(after.email())) {
      all.add(about(actor, "edited_user", after));
    }
    if (!before.globalRole().equals(after.globalRole())) {
      all.add(role("user_global_role", after, before.globalRole(), after.globalRole()));
    }
    Set<TeamId> teams = new TreeSet<>(Comparator.comparingLong(TeamId::value));
    teams.addAll(before.teamRoles().keySet());
    teams.addAll(after.teamRoles().keySet());
    for (TeamId team : teams) {
      Optional<Role> old = Optional.ofNullable(before.teamRoles().get(team));
      Optional<Role> now = Optional.ofNullable(after.teamRoles().get(team));
      if (!old.equals(now)) {
        all.add(
            role("user_team_role", after, old, now)
                .with("team_id", team.value())
                .with("team_name", teamNames.getOrDefault(team, "")));
      }
    }
    return all;
  }

  private ActivityDraft role(String what, User user, Optional<Role> before, Optional<Role> after) {
    String type = (after.isPresent() ? "changed_" : "deleted_") + what;
    return about(actor, type, user).with("role", after.or(() -> before).orElseThrow().label());
  }
}
