package io.pomona.escrow.rest;

import io.pomona.api.MdmException;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.escrow.filevault.DiskEncryption;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the disks of a team's Macs are encrypted, and how far they are. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class DiskEncryptionResource implements AdminResource {
  private final DiskEncryption encryption;
  private final HostEncryptionStore hosts;
  private final TeamStore teams;
  private final Access access;

  @Activate
  public DiskEncryptionResource(
      @Reference DiskEncryption encryption,
      @Reference HostEncryptionStore hosts,
      @Reference TeamStore teams,
      @Reference Access access) {
    this.encryption = encryption;
    this.hosts = hosts;
    this.teams = teams;
    this.access = access;
  }

  /** What is wanted. */
  public record DiskEncryptionRequest(
      Optional<Long> teamId, Optional<Boolean> enableDiskEncryption) {}

  @POST
  @Path("disk_encryption")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_DISK_ENCRYPTION)
  public void change(@Context Actor actor, DiskEncryptionRequest request) {
    if (request == null) {
      throw nothing();
    }
    Optional<TeamId> team = TeamNumber.of(request.teamId());
    require(actor, Permission.EDIT_DISK_ENCRYPTION, team);
    encryption.change(
        actor, team, request.enableDiskEncryption().orElseThrow(DiskEncryptionResource::nothing));
  }

  private static MdmException nothing() {
    return MdmException.malformed(
        "escrow.no_body", "Say whether disks are to be encrypted: enable_disk_encryption.");
  }

  private void require(Actor actor, Permission permission, Optional<TeamId> team) {
    access.require(actor, permission, team, DiskEncryptionResource::unknown);
    if (team.isPresent() && teams.find(team.get()).isEmpty()) {
      throw unknown();
    }
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "organization.team_not_found", "There is no such team; list the teams.");
  }

  /** The form of 2023. */
  @PATCH
  @Path("mdm/apple/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_DISK_ENCRYPTION)
  public void changeEarly(@Context Actor actor, DiskEncryptionRequest request) {
    change(actor, request);
  }

  @GET
  @Path("disk_encryption")
  @Requires(Permission.VIEW_HOSTS)
  public PlatformSummaryView summary(@Context Actor actor, @QueryParam("team_id") String teamId) {
    return PlatformSummaryView.of(earlySummary(actor, teamId));
  }

  /** The form of 2023. */
  @GET
  @Path("mdm/apple/filevault/summary")
  @Requires(Permission.VIEW_HOSTS)
  public EncryptionSummaryView earlySummary(
      @Context Actor actor, @QueryParam("team_id") String teamId) {
    Optional<TeamId> team = TeamNumber.of(teamId);
    require(actor, Permission.VIEW_HOSTS, team);
    return EncryptionSummaryView.of(hosts.summary(team));
  }
}
