package io.pomona.enrollment.links;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes Macs known before they enroll, one by one or by a file that is checked whole first. */
@Component(service = HostAdditions.class)
public final class HostAdditions {
  private static final int MOST_FAULTS = 100;

  private final AddedHostStore hosts;
  private final TeamStore teams;
  private final TeamLookup names;
  private final Access access;
  private final Clock clock;

  @Activate
  public HostAdditions(
      @Reference AddedHostStore hosts,
      @Reference TeamStore teams,
      @Reference TeamLookup names,
      @Reference Access access) {
    this(hosts, teams, names, access, Clock.systemUTC());
  }

  HostAdditions(
      AddedHostStore hosts, TeamStore teams, TeamLookup names, Access access, Clock clock) {
    this.hosts = hosts;
    this.teams = teams;
    this.names = names;
    this.access = access;
    this.clock = clock;
  }

  /** One line of a file and what became of it; the host where the actor may see it. */
  public record Outcome(int line, String serialNumber, boolean added, Optional<Host> host) {}

  /**
   * @throws MdmException invalid with what is wrong; conflict when it is known and another team's
   */
  public AddedHost add(Actor actor, HostLine line, Optional<TeamId> team) {
    line.fault()
        .ifPresent(
            fault -> {
              throw MdmException.invalid("enrollment.bad_host", fault.name(), fault.reason());
            });
    require(actor, team);
    AddedHost added = add(actor, List.of(line.host(team))).get(0);
    if (!scope(actor).includes(added.host().team())) {
      throw MdmException.conflict(
          "enrollment.host_known", "A Mac with this serial number is known already.");
    }
    return added;
  }

  /**
   * All of them, or none when something is wrong with one.
   *
   * @param usual the team of lines that name none
   */
  public List<Outcome> add(Actor actor, List<HostLine> lines, Optional<TeamId> usual) {
    Map<String, Optional<TeamId>> known =
        new HashMap<>(names.findAll(actor, lines.stream().map(HostLine::team).toList()));
    known.put("", usual);
    requireNoFault(lines, known);
    lines.stream()
        .map(line -> known.get(line.team()))
        .distinct()
        .forEach(team -> requireMay(actor, team));
    List<AddedHost> added =
        add(actor, lines.stream().map(line -> line.host(known.get(line.team()))).toList());
    TeamScope seen = scope(actor);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      AddedHost each = added.get(i);
      Optional<Host> host = Optional.of(each.host()).filter(it -> seen.includes(it.team()));
      outcomes.add(
          new Outcome(lines.get(i).number(), lines.get(i).serialNumber(), each.added(), host));
    }
    return outcomes;
  }

  private static void requireNoFault(List<HostLine> lines, Map<String, Optional<TeamId>> known) {
    Map<String, Integer> first = new LinkedHashMap<>();
    List<FieldError> faults = new ArrayList<>();
    for (HostLine line : lines) {
      Optional<String> reason = line.fault().map(FieldError::reason);
      if (reason.isEmpty() && !known.containsKey(line.team())) {
        reason = Optional.of("There is no such team.");
      }
      Integer before = first.putIfAbsent(line.serialNumber(), line.number());
      if (reason.isEmpty() && before != null) {
        reason = Optional.of("The serial number is that of line " + before + ".");
      }
      reason.ifPresent(
          text ->
              faults.add(
                  new FieldError("line " + line.number(), "Line " + line.number() + ": " + text)));
    }
    if (!faults.isEmpty()) {
      throw new MdmException(
          MdmException.Kind.INVALID,
          "enrollment.bad_hosts",
          faults.size() + " lines cannot be taken; nothing was added.",
          faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }
  }

  private List<AddedHost> add(Actor actor, List<NewHost> macs) {
    return hosts.add(macs, actor.name(), clock.instant(), added -> told(actor, added));
  }

  private ActivityDraft told(Actor actor, List<Host> added) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "added_hosts")
            .with("host_ids", added.stream().map(host -> host.id().value()).toList())
            .with("host_display_names", added.stream().map(Host::displayName).toList());
    Optional<Team> team = added.get(0).team().flatMap(teams::find);
    return team.map(it -> draft.with("team_id", it.id().value()).with("team_name", it.name()))
        .orElse(draft);
  }

  private TeamScope scope(Actor actor) {
    return access.scope(actor, Permission.EDIT_HOSTS);
  }

  private void require(Actor actor, Optional<TeamId> team) {
    requireMay(actor, team);
    if (team.isPresent() && team.flatMap(teams::find).isEmpty()) {
      throw unknownTeam();
    }
  }

  private void requireMay(Actor actor, Optional<TeamId> team) {
    access.require(actor, Permission.EDIT_HOSTS, team, HostAdditions::unknownTeam);
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }
}
