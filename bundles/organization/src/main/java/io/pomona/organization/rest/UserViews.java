package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Sessions.Session;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.organization.rest.SessionResource.SessionView;
import io.pomona.organization.rest.UserView.TeamRoleView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts people into the form of the API. */
@Component(service = UserViews.class)
public final class UserViews {
  private final TeamStore teams;

  @Activate
  public UserViews(@Reference TeamStore teams) {
    this.teams = teams;
  }

  /** A team that the person has to do with. */
  public record AvailableTeam(long id, String name, String description) {
    static AvailableTeam of(Team team) {
      return new AvailableTeam(team.id().value(), team.name(), team.description());
    }
  }

  List<UserView> of(List<User> users) {
    boolean anyTeams = users.stream().anyMatch(user -> !user.teamRoles().isEmpty());
    Map<TeamId, String> names = anyTeams ? teams.names() : Map.of();
    return users.stream().map(user -> of(user, names)).toList();
  }

  UserView of(User user) {
    return of(List.of(user)).get(0);
  }

  private static UserView of(User user, Map<TeamId, String> names) {
    List<TeamRoleView> roles =
        user.teamRoles().entrySet().stream()
            .filter(entry -> names.containsKey(entry.getKey()))
            .map(
                entry ->
                    new TeamRoleView(
                        entry.getKey().value(),
                        names.get(entry.getKey()),
                        entry.getValue().label()))
            .sorted(Comparator.comparingLong(TeamRoleView::id))
            .toList();
    return new UserView(
        user.id().value(),
        user.name(),
        user.email(),
        user.globalRole().map(Role::label),
        roles,
        false,
        user.ssoEnabled(),
        false,
        "",
        user.createdAt());
  }

  /** All teams for who has a role everywhere. */
  List<AvailableTeam> available(User user) {
    TeamScope scope =
        user.globalRole().isPresent()
            ? TeamScope.everywhere()
            : TeamScope.of(user.teamRoles().keySet());
    return teams.list("", scope, PageRequest.first(PageRequest.MOST)).stream()
        .map(AvailableTeam::of)
        .toList();
  }

  SessionView session(Session session) {
    return new SessionView(
        of(session.user()), available(session.user()), session.token().revealText());
  }
}
