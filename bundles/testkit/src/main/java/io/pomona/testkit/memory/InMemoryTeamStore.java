package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

public final class InMemoryTeamStore implements TeamStore {
  private final World world;
  private final InMemoryUserStore users;
  private final InMemoryProfileStore profiles;

  public InMemoryTeamStore(World world, InMemoryUserStore users, InMemoryProfileStore profiles) {
    this.world = world;
    this.users = users;
    this.profiles = profiles;
  }

  @Override
  public Team create(NewTeam team, Instant now, Function<Team, ActivityDraft> activity) {
    synchronized (world) {
      requireFree(team.name(), 0);
      TeamId id = new TeamId(world.nextId());
      world.teams.put(id.value(), new TeamRow(id, team, now));
      Team made = find(id).orElseThrow();
      world.write(activity.apply(made), now);
      return made;
    }
  }

  private void requireFree(String name, long but) {
    if (world.teams.values().stream()
        .anyMatch(row -> row.id().value() != but && key(row.said().name()).equals(key(name)))) {
      throw MdmException.conflict(
          "organization.team_name_taken", "There is a team with this name already.");
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Team> find(TeamId id) {
    synchronized (world) {
      return Optional.ofNullable(world.teams.get(id.value())).map(this::team);
    }
  }

  @Override
  public Optional<Team> named(String name) {
    synchronized (world) {
      return world.teams.values().stream()
          .filter(row -> key(row.said().name()).equals(key(name)))
          .findFirst()
          .map(this::team);
    }
  }

  private Team team(TeamRow row) {
    long hosts =
        world.hosts.values().stream()
            .filter(host -> host.team.equals(Optional.of(row.id())))
            .count();
    long users =
        world.teamRoles.values().stream().filter(roles -> roles.containsKey(row.id())).count();
    return new Team(
        row.id(), row.said().name(), row.said().description(), row.createdAt(), hosts, users);
  }

  @Override
  public List<Team> list(String query, TeamScope scope, PageRequest page) {
    synchronized (world) {
      return world.teams.tailMap(page.after(), false).values().stream()
          .filter(row -> scope.includes(Optional.of(row.id())))
          .filter(row -> key(row.said().name()).contains(key(query)))
          .skip(page.offset())
          .limit(page.limit())
          .map(this::team)
          .toList();
    }
  }

  @Override
  public Map<TeamId, String> names() {
    synchronized (world) {
      Map<TeamId, String> names = new LinkedHashMap<>();
      world.teams.values().forEach(row -> names.put(row.id(), row.said().name()));
      return names;
    }
  }

  @Override
  public Team change(
      TeamId id,
      Function<Team, NewTeam> wanted,
      Instant now,
      BiFunction<Team, Team, List<ActivityDraft>> activities) {
    synchronized (world) {
      world.requireTeam(Optional.of(id));
      Team before = find(id).orElseThrow();
      NewTeam team = wanted.apply(before);
      requireFree(team.name(), id.value());
      world.teams.computeIfPresent(
          id.value(), (key, row) -> new TeamRow(id, team, row.createdAt()));
      Team after = find(id).orElseThrow();
      activities.apply(before, after).forEach(activity -> world.write(activity, now));
      return after;
    }
  }

  @Override
  public int moveOut(
      TeamId id, int limit, Instant now, Function<HostMove, ActivityDraft> activity) {
    synchronized (world) {
      List<HostRow> moving =
          world.hosts.values().stream()
              .filter(row -> row.team.equals(Optional.of(id)))
              .sorted(Comparator.comparingLong(row -> row.id.value()))
              .limit(limit)
              .toList();
      world.move(moving, Optional.empty(), now, activity);
      return moving.size();
    }
  }

  private List<User> members(TeamId id) {
    return users.list().stream().filter(user -> user.teamRoles().containsKey(id)).toList();
  }

  @Override
  public void delete(
      TeamId id,
      Instant now,
      Function<HostMove, ActivityDraft> moved,
      BiFunction<Team, List<User>, List<ActivityDraft>> deleted) {
    synchronized (world) {
      world.requireTeam(Optional.of(id));
      List<ActivityDraft> told = deleted.apply(find(id).orElseThrow(), members(id));
      moveOut(id, Integer.MAX_VALUE, now, moved);
      profiles.deleteAll(id, now);
      world.setup.deleteTeam(id);
      world.assignment.deleteTeam(id);
      world.teamRoles.values().forEach(roles -> roles.remove(id));
      List.copyOf(world.webhooks.webhooks.values()).stream()
          .filter(row -> row.said.team().equals(Optional.of(id)))
          .forEach(row -> world.webhooks.remove(row.id));
      world.declarative.deleteTeam(id);
      world.minimumVersions.remove(Optional.of(id));
      world.encryption.enabled.remove(Optional.of(id));
      world.updates.deleteTeam(id);
      world.abm.tokens.values().forEach(token -> token.leave(id));

      world.teams.remove(id.value());
      told.forEach(activity -> world.write(activity, now));
    }
  }
}
