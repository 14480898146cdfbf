package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
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

  /** An activity names all hosts of one step that leave one place. */
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
    require(actor, target);
    Set<HostId> wanted = new LinkedHashSet<>(ids);
    if (hosts.findAll(wanted).size() < wanted.size()) {
      throw HostNumbers.oneUnknown();
    }
    return move(actor, List.copyOf(wanted), target);
  }

  /**
   * Moves all hosts of the filter that the condition holds for.
   *
   * @return how many were elsewhere before
   */
  public int move(
      Actor actor, HostFilter filter, Predicate<Host> condition, Optional<TeamId> target) {
    require(actor, target);
    List<HostId> found = new ArrayList<>();
    long after = 0;
    List<Host> page;
    do {
      page = hosts.list(filter, new PageRequest(after, 0, PageRequest.MOST));
      page.stream().filter(condition).map(Host::id).forEach(found::add);
      after = page.isEmpty() ? after : page.get(page.size() - 1).id().value();
    } while (page.size() == PageRequest.MOST);
    return move(actor, found, target);
  }

  private void require(Actor actor, Optional<TeamId> target) {
    access.require(actor, Permission.TRANSFER_HOSTS, Optional.empty());
    if (target.isPresent() && target.flatMap(teams::find).isEmpty()) {
      throw MdmException.notFound("organization.team_not_found", "There is no such team.");
    }
  }

  private int move(Actor actor, List<HostId> found, Optional<TeamId> target) {
    Instant now = clock.instant();
    int moved = 0;
    for (int from = 0; from < found.size(); from += STEP) {
      List<HostId> step = found.subList(from, Math.min(from + STEP, found.size()));
      moved += hosts.transfer(step, target, now, move -> move.by(actor));
    }
    LOG.info(
        "{} hosts moved to {}", moved, target.map(to -> "team " + to.value()).orElse("no team"));
    return moved;
  }
}
