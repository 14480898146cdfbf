package io.pomona.abm.rest;

import io.pomona.abm.assign.AssignmentDesk;
import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.abm.AssignmentStatus;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which profile Apple holds for each Mac of ABM, and why not the wanted one. */
@Component(service = AdminResource.class)
@Path("mdm/apple/dep/assignments")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentResource implements AdminResource {
  private static final int LONGEST_PAGE = 1_000;

  private final AssignmentDesk desk;
  private final TeamStore teams;

  @Activate
  public AssignmentResource(@Reference AssignmentDesk desk, @Reference TeamStore teams) {
    this.desk = desk;
    this.teams = teams;
  }

  /** A page, by the number of the host, and how many there are of each status. */
  public record BoardAnswer(List<AssignmentView> assignments, Map<String, Long> counts) {}

  /**
   * Either.
   *
   * @param allFailed all that are in trouble, of the team where one is named, 0 for none
   */
  public record AgainRequest(List<Long> hosts, Boolean allFailed, Long teamId) {}

  /** How many Macs are assigned once more. */
  public record AgainAnswer(int count) {}

  @GET
  @Requires(Permission.VIEW_HOSTS)
  public BoardAnswer list(
      @Context Actor actor,
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("team_id") String teamId,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("100") int perPage) {
    TeamScope scope = TeamNumber.scope(teamId);
    Map<TeamId, String> names = teams.names();
    return new BoardAnswer(
        desk
            .list(actor, scope, AssignmentDesk.statuses(status), page(after, page, perPage))
            .stream()
            .map(row -> AssignmentView.of(row, names))
            .toList(),
        counts(desk.counts(actor, scope)));
  }

  private static PageRequest page(long after, int page, int perPage) {
    if (perPage > LONGEST_PAGE || page < 0 || page > Integer.MAX_VALUE / LONGEST_PAGE) {
      throw MdmException.invalid(
          "page.out_of_range", "per_page", "A page of these holds 1 to 1,000 rows.");
    }
    return new PageRequest(after, page * perPage, perPage);
  }

  private static Map<String, Long> counts(Map<AssignmentStatus, Long> counts) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (AssignmentStatus status : AssignmentStatus.values()) {
      all.put(status.label(), counts.getOrDefault(status, 0L));
    }
    return all;
  }

  /** Ends the waiting of Macs and has them assigned once more now. */
  @POST
  @Path("assign")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_HOSTS)
  public AgainAnswer again(@Context Actor actor, AgainRequest request) {
    boolean all = request != null && Boolean.TRUE.equals(request.allFailed());
    boolean some = request != null && request.hosts() != null && !request.hosts().isEmpty();
    if (all == some) {
      throw MdmException.invalid(
          "abm.no_hosts", "hosts", "Send the numbers of the hosts, or all_failed as true.");
    }
    return new AgainAnswer(
        all
            ? desk.againAllFailed(actor, scope(request.teamId()))
            : desk.again(
                actor,
                request.hosts().stream().filter(Objects::nonNull).map(HostId::new).toList()));
  }

  private static TeamScope scope(Long teamId) {
    return teamId == null ? TeamScope.everywhere() : TeamScope.of(TeamNumber.of(teamId));
  }
}
