package io.pomona.enrollment.links.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.rest.UploadedFile;
import io.pomona.enrollment.links.HostAdditions;
import io.pomona.enrollment.links.HostFile;
import io.pomona.enrollment.links.HostLine;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Macs that are made known before they enroll. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class AddedHostResource implements AdminResource {
  private final HostAdditions additions;

  @Activate
  public AddedHostResource(@Reference HostAdditions additions) {
    this.additions = additions;
  }

  /**
   * @param teamId null = no team
   * @param email whose Mac it will be
   */
  public record NewHostRequest(String serial, String name, Long teamId, String email) {}

  /**
   * @param added false where the Mac was known; then nothing has changed
   */
  public record AddedHostAnswer(
      long hostId,
      String hardwareSerial,
      String displayName,
      Optional<Long> teamId,
      boolean added) {}

  /**
   * @param hostId empty for a Mac of a team that the caller does not see
   */
  public record ImportLine(int line, String serial, boolean added, Optional<Long> hostId) {}

  /** What became of a file. */
  public record ImportAnswer(int added, int known, List<ImportLine> lines) {}

  @POST
  @Path("hosts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_HOSTS)
  public AddedHostAnswer add(@Context Actor actor, NewHostRequest request) {
    NewHostRequest said =
        Optional.ofNullable(request).orElse(new NewHostRequest(null, null, null, null));
    HostLine line = new HostLine(1, or(said.serial()), or(said.name()), "", or(said.email()));
    AddedHost added = additions.add(actor, line, TeamNumber.of(said.teamId()));
    Host host = added.host();
    return new AddedHostAnswer(
        host.id().value(),
        host.facts().serialNumber(),
        host.displayName(),
        host.team().map(TeamId::value),
        added.added());
  }

  private static String or(String text) {
    return Optional.ofNullable(text).orElse("");
  }

  @POST
  @Path("hosts/import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_HOSTS)
  public ImportAnswer addAll(@Context Actor actor, MultipartForm form) {
    UploadedFile file =
        form.file("file")
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "enrollment.missing", "file", "Send a CSV file in the field file."));
    Optional<TeamId> team = TeamNumber.of(form.field("team_id").orElse(""));
    List<ImportLine> lines =
        additions.add(actor, HostFile.read(file.content()), team).stream()
            .map(AddedHostResource::view)
            .toList();
    int added = (int) lines.stream().filter(ImportLine::added).count();
    return new ImportAnswer(added, lines.size() - added, lines);
  }

  private static ImportLine view(HostAdditions.Outcome outcome) {
    return new ImportLine(
        outcome.line(),
        outcome.serialNumber(),
        outcome.added(),
        outcome.host().map(host -> host.id().value()));
  }
}
