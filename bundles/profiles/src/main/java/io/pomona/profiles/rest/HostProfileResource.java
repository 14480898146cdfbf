package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.profiles.ProfileDetail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far each profile is on one host. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HostProfileResource implements AdminResource {
  private final HostStore hosts;
  private final HostProfileStore hostProfiles;
  private final ProfileStore profiles;
  private final Access access;
  private final ProfileDetail detail;

  @Activate
  public HostProfileResource(
      @Reference HostStore hosts,
      @Reference HostProfileStore hostProfiles,
      @Reference ProfileStore profiles,
      @Reference Access access,
      @Reference ProfileDetail detail) {
    this.hosts = hosts;
    this.hostProfiles = hostProfiles;
    this.profiles = profiles;
    this.access = access;
    this.detail = detail;
  }

  /**
   * @param profileUuid empty for profiles that nobody uploaded or that were deleted
   * @param detail why it failed, in the Mac's words, or what it waits for
   */
  public record HostProfileView(
      Optional<String> profileUuid,
      String name,
      String identifier,
      String status,
      String operationType,
      String detail,
      Instant updatedAt) {}

  /** All profiles of a host, counted by their status and one by one. */
  public record HostProfilesAnswer(
      long hostId, SummaryView counts, List<HostProfileView> profiles) {}

  @GET
  @Path("hosts/{id: [0-9]{1,18}}/configuration_profiles")
  @Requires(Permission.VIEW_PROFILES)
  public HostProfilesAnswer list(@Context Actor actor, @PathParam("id") long id) {
    Host host = hosts.find(new HostId(id)).orElseThrow(HostProfileResource::unknown);
    access.require(actor, Permission.VIEW_PROFILES, host.team(), HostProfileResource::unknown);
    Map<String, Profile> uploaded =
        profiles.list(host.team()).stream()
            .collect(Collectors.toMap(Profile::identifier, Function.identity()));
    List<HostProfile> rows =
        hostProfiles.statuses(List.of(host.id())).getOrDefault(host.id(), List.of());
    Map<HostProfile, String> words = detail.of(List.of(host), rows);
    return new HostProfilesAnswer(
        id,
        SummaryView.of(
            rows.stream()
                .collect(Collectors.groupingBy(HostProfile::status, Collectors.counting()))),
        rows.stream()
            .map(
                row ->
                    view(row, Optional.ofNullable(uploaded.get(row.identifier())), words.get(row)))
            .toList());
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }

  private static HostProfileView view(HostProfile row, Optional<Profile> uploaded, String words) {
    return new HostProfileView(
        uploaded.map(Profile::uuid),
        row.name(),
        row.identifier(),
        row.status().label(),
        row.operation().label(),
        words,
        row.updatedAt());
  }
}
