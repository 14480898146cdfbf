package io.pomona.enrollment.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.enrollment.HostNumbers;
import io.pomona.enrollment.HostSeen;
import io.pomona.enrollment.HostStandings;
import io.pomona.enrollment.HostTransfer;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moving hosts from team to team. */
@Component
@Path("hosts/transfer")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class TransferResource implements AdminResource {
  private final HostTransfer transfer;
  private final HostStandings standings;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public TransferResource(@Reference HostTransfer transfer, @Reference HostStandings standings) {
    this.transfer = transfer;
    this.standings = standings;
  }

  /**
   * Which hosts by their numbers.
   *
   * @param teamId null = to no team
   */
  public record TransferRequest(Long teamId, List<Long> hosts) {}

  /** Which hosts by what they are. */
  public record FilteredTransferRequest(Long teamId, Filters filters) {}

  /**
   * All parts that are given must hold; what has the name of a filter of the list means the same.
   *
   * @param teamId 0 = hosts of no team
   */
  public record Filters(
      String query,
      String status,
      Long labelId,
      Long teamId,
      String mdmEnrollmentStatus,
      String macosSettings,
      String macosSettingsDiskEncryption,
      String macosUpdates,
      String bootstrapPackage,
      String mdmServer) {
    public static Filters of(String query, Long teamId) {
      return new Filters(query, null, null, teamId, null, null, null, null, null, null);
    }

    private MultivaluedMap<String, String> listed() {
      MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
      given.add("query", query);
      given.add("team_id", teamId == null ? null : teamId.toString());
      given.add("mdm_enrollment_status", mdmEnrollmentStatus);
      given.add("mdm_server", mdmServer);
      given.add("macos_settings", macosSettings);
      given.add("macos_settings_disk_encryption", macosSettingsDiskEncryption);
      given.add("macos_updates", macosUpdates);
      given.add("bootstrap_package", bootstrapPackage);
      return given;
    }
  }

  @POST
  @Requires(Permission.TRANSFER_HOSTS)
  public Map<String, Object> transfer(@Context Actor actor, TransferRequest request) {
    HostNumbers hosts = HostNumbers.of(Optional.ofNullable(request).map(TransferRequest::hosts));
    transfer.move(actor, hosts.ids(), TeamNumber.of(request.teamId()));
    return Map.of();
  }

  @POST
  @Path("filter")
  @Requires(Permission.TRANSFER_HOSTS)
  public Map<String, Object> transferAll(@Context Actor actor, FilteredTransferRequest request) {
    Filters filters =
        Optional.ofNullable(request)
            .map(FilteredTransferRequest::filters)
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "enrollment.missing", "filters", "Send filters; {} are all hosts."));
    transfer.move(actor, filter(filters), seen(filters), TeamNumber.of(request.teamId()));
    return Map.of();
  }

  private HostFilter filter(Filters filters) {
    if (filters.labelId() != null && filters.labelId() != 0) {
      throw MdmException.invalid(
          "enrollment.filter_not_served", "label_id", "Hosts cannot be filtered by label_id.");
    }
    return new HostQuery(filters.listed()).filter(standings);
  }

  private Predicate<Host> seen(Filters filters) {
    if (filters.status() == null || filters.status().isEmpty()) {
      return host -> true;
    }
    Instant now = clock.instant();
    HostSeen wanted =
        Arrays.stream(HostSeen.values())
            .filter(seen -> seen.label().equals(filters.status()))
            .findFirst()
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "enrollment.bad_status", "status", "Use online, offline, mia or new."));
    return host -> HostSeen.of(host, now) == wanted;
  }
}
