package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves hosts into another team, or into none. Their profiles follow, since a host that has moved
 * is reconciled. Many are moved some at a time; moving again is safe.
 */
@Component(service = HostTransfer.class)
public final class HostTransfer {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.enrollment");

  /** An activity names all hosts of one step. */
  private static final int STEP = 1_000;

  private final HostStore hosts;
  private final TeamStore teams;
  private final Access access;
  private final Clock clock;

  @Activate
  public HostTransfer(
      @Reference HostStore hosts, @Reference TeamStore teams, @Reference Access access) {
    this(hosts, teams, access, Clock.systemUTC());
  }

  HostTransfer(HostStore hosts, TeamStore teams, Access access, Clock clock) {
    this.hosts = hosts;
    this.teams = teams;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Moves all of them, or none when one of them does not exist.
   *
   * @return how many were elsewhere before
   */
  public int move(Actor actor, Collection<HostId> ids, Optional<TeamId> target) {
    Optional<Team> team = target(actor, target);
    Set<HostId> wanted = new LinkedHashSet<>(ids);
    List<Host> found = hosts.findAll(wanted);
    if (found.size() < wanted.size()) {
      throw MdmException.notFound(
          "enrollment.host_not_found", "One of the hosts does not exist; nothing was moved.");
    }
    return move(actor, found, team);
  }

  /**
   * Moves all hosts of the filter that the condition holds for.
   *
   * @return how many were elsewhere before
   */
  public int move(
      Actor actor, HostFilter filter, Predicate<Host> condition, Optional<TeamId> target) {
    Optional<Team> team = target(actor, target);
    List<Host> found = new ArrayList<>();
    long after = 0;
    List<Host> page;
    do {
      page = hosts.list(filter, new PageRequest(after, 0, PageRequest.MOST));
      page.stream().filter(condition).forEach(found::add);
      after = page.isEmpty() ? after : page.get(page.size() - 1).id().value();
    } while (page.size() == PageRequest.MOST);
    return move(actor, found, team);
  }

  private Optional<Team> target(Actor actor, Optional<TeamId> target) {
    access.require(actor, Permission.TRANSFER_HOSTS, Optional.empty());
    return target.map(
        id ->
            teams
                .find(id)
                .orElseThrow(
                    () ->
                        MdmException.notFound(
                            "organization.team_not_found", "There is no such team.")));
  }

  private int move(Actor actor, List<Host> found, Optional<Team> team) {
    Instant now = clock.instant();
    int moved = 0;
    for (int from = 0; from < found.size(); from += STEP) {
      List<Host> step = found.subList(from, Math.min(from + STEP, found.size()));
      List<HostId> ids = step.stream().map(Host::id).toList();
      moved += hosts.transfer(ids, team.map(Team::id), now, activity(actor, step, team));
    }
    LOG.info(
        "{} hosts moved to {}", moved, team.map(to -> "team " + to.id().value()).orElse("no team"));
    return moved;
  }

  private static ActivityDraft activity(Actor actor, List<Host> hosts, Optional<Team> team) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "transferred_hosts")
            .with("host_ids", hosts.stream().map(host -> host.id().value()).toList())
            .with("host_display_names", hosts.stream().map(HostActivities::displayName).toList());
    return team.map(to -> draft.with("team_id", to.id().value()).with("team_name", to.name()))
        .orElse(draft);
  }
}
