package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.profiles.ProfileDetail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far one profile is on all hosts that it is for. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileProgressResource implements AdminResource {
  private static final int LONGEST_PAGE = 1000;

  private final ProfileCatalog catalog;
  private final HostProfileStore hostProfiles;
  private final HostStore hosts;
  private final ProfileDetail detail;

  @Activate
  public ProfileProgressResource(
      @Reference ProfileCatalog catalog,
      @Reference HostProfileStore hostProfiles,
      @Reference HostStore hosts,
      @Reference ProfileDetail detail) {
    this.catalog = catalog;
    this.hostProfiles = hostProfiles;
    this.hosts = hosts;
    this.detail = detail;
  }

  /**
   * A host with what is to be said of the profile on it.
   *
   * @param detail why it failed, or what it waits for
   */
  public record HostView(long id, String hostname, String hardwareSerial, String detail) {}

  /** Hosts on which a profile is as far as was asked for, by number. */
  public record HostsAnswer(List<HostView> hosts) {}

  @GET
  @Path("configuration_profiles/{profile_uuid}/status")
  @Requires(Permission.VIEW_PROFILES)
  public SummaryView status(@Context Actor actor, @PathParam("profile_uuid") String profileUuid) {
    Profile profile = catalog.byUuid(actor, profileUuid);
    return catalog.progress(profile.team(), List.of(profile)).get(profile.uuid());
  }

  @GET
  @Path("configuration_profiles/{profile_uuid}/hosts")
  @Requires(Permission.VIEW_PROFILES)
  public HostsAnswer hosts(
      @Context Actor actor,
      @PathParam("profile_uuid") String profileUuid,
      @QueryParam("status") @DefaultValue("failed") String status,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("per_page") @DefaultValue("100") int perPage) {
    Profile profile = catalog.byUuid(actor, profileUuid);
    List<HostId> ids =
        hostProfiles.hosts(
            profile.team(),
            profile.identifier(),
            profile.contentSha256(),
            parse(status),
            page(after, perPage));
    List<Host> found = hosts.findAll(ids);
    Map<HostId, HostProfile> rows = rows(found, profile);
    Map<HostProfile, String> words = detail.of(found, rows.values());
    return new HostsAnswer(
        found.stream()
            .sorted(Comparator.comparingLong(host -> host.id().value()))
            .map(host -> view(host, Optional.ofNullable(rows.get(host.id())).map(words::get)))
            .toList());
  }

  private static PageRequest page(long after, int perPage) {
    if (perPage > LONGEST_PAGE) {
      throw MdmException.invalid(
          "page.out_of_range", "per_page", "A page of these holds 1 to 1,000 rows.");
    }
    return new PageRequest(after, 0, perPage);
  }

  private Map<HostId, HostProfile> rows(List<Host> found, Profile profile) {
    return hostProfiles.statuses(found.stream().map(Host::id).toList()).values().stream()
        .flatMap(List::stream)
        .filter(row -> row.identifier().equals(profile.identifier()))
        .collect(Collectors.toMap(HostProfile::host, row -> row));
  }

  private static ProfileStatus parse(String label) {
    return Arrays.stream(ProfileStatus.values())
        .filter(status -> status.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "profiles.bad_status",
                    "status",
                    "Use verified, verifying, pending or failed."));
  }

  private static HostView view(Host host, Optional<String> words) {
    return new HostView(
        host.id().value(),
        host.facts().name(),
        host.facts().serialNumber(),
        words.orElse("To be sent shortly."));
  }
}
