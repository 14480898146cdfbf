package io.pomona.updates.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import io.pomona.updates.policy.UpdateForm;
import io.pomona.updates.policy.UpdatePolicies;
import io.pomona.updates.policy.UpdateSummary;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The macOS that a team requires, and how far its Macs are. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MacosUpdateResource implements AdminResource {
  private final UpdatePolicies policies;
  private final KnownTeams teams;

  @Activate
  public MacosUpdateResource(@Reference UpdatePolicies policies, @Reference KnownTeams teams) {
    this.policies = policies;
    this.teams = teams;
  }

  /** What is absent stays as it is, but that version and deadline are one wish. */
  public record PolicyRequest(
      Optional<Long> teamId,
      Optional<String> minimumVersion,
      Optional<String> deadline,
      Optional<String> deadlineTime,
      Optional<String> timeZone) {
    UpdateForm form() {
      return new UpdateForm(minimumVersion, deadline, deadlineTime, timeZone);
    }
  }

  /**
   * @param warnings in sentences
   */
  public record ChangeAnswer(PolicyView macosUpdates, List<String> warnings) {}

  /** Macs of one version. */
  public record VersionView(String version, String state, long hosts) {}

  /**
   * @param states every one of them, with 0 where there is none
   * @param failed how many of those that are pending or overdue reported that they could not
   */
  public record SummaryAnswer(
      PolicyView macosUpdates, Map<String, Long> states, long failed, List<VersionView> versions) {}

  @GET
  @Path("macos_updates/summary")
  @Requires(Permission.VIEW_HOSTS)
  public SummaryAnswer summary(@Context Actor actor, @QueryParam("team_id") String teamId) {
    Optional<TeamId> team = teams.required(actor, Permission.VIEW_HOSTS, TeamNumber.of(teamId));
    UpdateSummary summary = policies.summary(team);
    Map<String, Long> states = new LinkedHashMap<>();
    Arrays.stream(State.values())
        .filter(state -> state != State.FAILED)
        .forEach(state -> states.put(state.label(), summary.states().getOrDefault(state, 0L)));
    return new SummaryAnswer(
        view(team),
        states,
        summary.failed(),
        summary.versions().stream()
            .map(group -> new VersionView(group.version(), group.state().label(), group.hosts()))
            .toList());
  }

  @PATCH
  @Path("macos_updates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_UPDATES)
  public ChangeAnswer change(@Context Actor actor, PolicyRequest request) {
    PolicyRequest said =
        Optional.ofNullable(request)
            .filter(body -> !body.form().isEmpty())
            .orElseThrow(MacosUpdateResource::nothing);
    Optional<TeamId> team =
        teams.required(actor, Permission.EDIT_UPDATES, TeamNumber.of(said.teamId()));
    policies.change(actor, team, said.form());
    return new ChangeAnswer(view(team), policies.warning(team).stream().toList());
  }

  private PolicyView view(Optional<TeamId> team) {
    UpdateSettings settings = policies.settings(team);
    return PolicyView.of(
        team,
        policies.of(team),
        settings.time().orElse(UpdatePolicy.USUAL_TIME),
        settings.zone().orElseGet(policies::zone));
  }

  private static MdmException nothing() {
    return MdmException.malformed(
        "updates.no_body",
        "Say what is to be changed: minimum_version with deadline, deadline_time or time_zone.");
  }
}
