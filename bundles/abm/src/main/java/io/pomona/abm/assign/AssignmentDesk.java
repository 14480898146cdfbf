package io.pomona.abm.assign;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AssignmentBoard;
import io.pomona.api.abm.AssignmentFilter;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.abm.ProfileAssignment;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people see of assignments, and having them made again now. */
@Component(service = AssignmentDesk.class)
public final class AssignmentDesk {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");
  private static final Set<AssignmentStatus> TROUBLE =
      EnumSet.of(
          AssignmentStatus.NOT_ACCESSIBLE, AssignmentStatus.FAILED, AssignmentStatus.THROTTLED);

  /** An activity names all Macs of one step that are in one team. */
  private static final int STEP = 1_000;

  private final AssignmentBoard board;
  private final ProfileAssignments assignments;
  private final Access access;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public AssignmentDesk(
      @Reference AssignmentBoard board,
      @Reference ProfileAssignments assignments,
      @Reference Access access) {
    this.board = board;
    this.assignments = assignments;
    this.access = access;
  }

  /** Those of the teams that the actor may see. */
  public List<ProfileAssignment> list(
      Actor actor, TeamScope teams, Set<AssignmentStatus> statuses, PageRequest page) {
    TeamScope visible = scope(actor, Permission.VIEW_HOSTS, teams);
    return board.list(AssignmentFilter.of(visible, statuses), page);
  }

  public Map<AssignmentStatus, Long> counts(Actor actor, TeamScope teams) {
    return board.counts(scope(actor, Permission.VIEW_HOSTS, teams));
  }

  /** To whom has no role in a team that is named, it does not exist. */
  private TeamScope scope(Actor actor, Permission permission, TeamScope teams) {
    if (!access.mayAnywhere(actor, permission) || !teams.all() && teams.none()) {
      access.require(actor, permission, Optional.empty());
    }
    if (!teams.all()) {
      teams
          .teams()
          .forEach(
              team ->
                  access.require(
                      actor, permission, Optional.of(team), AssignmentDesk::unknownTeam));
    }
    return teams.and(access.scope(actor, permission));
  }

  /**
   * Has Macs assigned once more, whatever their status.
   *
   * @return how many
   * @throws MdmException not found, when one of them is none of ABM; then nothing is done
   */
  public int again(Actor actor, Collection<HostId> hosts) {
    List<HostId> wanted = hosts.stream().distinct().toList();
    List<ProfileAssignment> found = new ArrayList<>();
    for (List<HostId> step : steps(wanted)) {
      found.addAll(board.list(of(step), PageRequest.first(STEP)));
    }
    found.forEach(
        row -> access.require(actor, Permission.EDIT_HOSTS, row.team(), AssignmentDesk::unknown));
    if (found.size() < wanted.size()) {
      throw unknown();
    }
    return again(actor, wanted, Set.of());
  }

  /** The same for all that are in trouble, of the teams that the actor may change. */
  public int againAllFailed(Actor actor, TeamScope teams) {
    TeamScope scope = scope(actor, Permission.EDIT_HOSTS, teams);
    List<HostId> failed = new ArrayList<>();
    List<ProfileAssignment> page;
    long after = 0;
    do {
      page =
          board.list(
              AssignmentFilter.of(scope, TROUBLE), new PageRequest(after, 0, PageRequest.MOST));
      page.stream().map(ProfileAssignment::host).forEach(failed::add);
      after = page.isEmpty() ? after : page.get(page.size() - 1).host().value();
    } while (page.size() == PageRequest.MOST);
    return again(actor, failed, TROUBLE);
  }

  private int again(Actor actor, List<HostId> hosts, Set<AssignmentStatus> statuses) {
    int number = 0;
    for (List<HostId> step : steps(hosts)) {
      AssignmentFilter filter =
          new AssignmentFilter(
              access.scope(actor, Permission.EDIT_HOSTS), Optional.of(Set.copyOf(step)), statuses);
      number += board.again(filter, clock.instant(), rows -> activities(actor, rows));
    }
    LOG.info("{} Macs of ABM are assigned once more", number);
    assignments.soon();
    return number;
  }

  private static List<List<HostId>> steps(List<HostId> hosts) {
    List<List<HostId>> steps = new ArrayList<>();
    for (int from = 0; from < hosts.size(); from += STEP) {
      steps.add(hosts.subList(from, Math.min(from + STEP, hosts.size())));
    }
    return steps;
  }

  private static AssignmentFilter of(List<HostId> hosts) {
    return AssignmentFilter.of(TeamScope.everywhere(), Optional.of(Set.copyOf(hosts)));
  }

  /** One team a row: who may see the team may see all Macs of it. */
  private static List<ActivityDraft> activities(Actor actor, List<ProfileAssignment> rows) {
    return rows.stream().collect(Collectors.groupingBy(ProfileAssignment::team)).entrySet().stream()
        .map(entry -> activity(actor, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ActivityDraft activity(
      Actor actor, Optional<TeamId> team, List<ProfileAssignment> rows) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "reassigned_setup_profile")
            .with("host_ids", rows.stream().map(row -> row.host().value()).toList())
            .with(
                "host_display_names",
                rows.stream()
                    .map(row -> row.name().isEmpty() ? row.serialNumber() : row.name())
                    .toList());
    return team.map(id -> draft.with("team_id", id.value())).orElse(draft);
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "abm.not_assigned",
        "One of the hosts is no Mac that Apple Business Manager assigns; nothing was done.");
  }

  /** What {@code status} may say. */
  public static Set<AssignmentStatus> statuses(String label) {
    if (label.isEmpty()) {
      return Set.of();
    }
    return label.equals("trouble")
        ? TROUBLE
        : Set.of(
            AssignmentStatus.find(label)
                .orElseThrow(
                    () ->
                        MdmException.invalid(
                            "abm.bad_status",
                            "status",
                            "Use trouble, or one of " + labels() + ".")));
  }

  private static String labels() {
    return EnumSet.allOf(AssignmentStatus.class).stream()
        .map(AssignmentStatus::label)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
