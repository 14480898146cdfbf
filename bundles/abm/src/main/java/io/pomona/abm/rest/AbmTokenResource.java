package io.pomona.abm.rest;

import io.pomona.abm.AbmTokens;
import io.pomona.abm.TokenView;
import io.pomona.abm.TokenViews;
import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.rest.UploadedFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The server tokens of ABM. */
@Component(service = AdminResource.class)
@Path("abm_tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class AbmTokenResource implements AdminResource {
  private final AbmTokens tokens;
  private final TokenViews views;
  private final Access access;

  @Activate
  public AbmTokenResource(
      @Reference AbmTokens tokens, @Reference TokenViews views, @Reference Access access) {
    this.tokens = tokens;
    this.views = views;
    this.access = access;
  }

  /** All tokens, oldest first. */
  public record TokensAnswer(List<TokenView> abmTokens) {}

  /**
   * @param nextAfter where the next page begins; null on the last
   */
  public record DevicesAnswer(List<DeviceView> devices, String nextAfter) {}

  /**
   * A Mac as Apple described it last.
   *
   * @param assignedAt null where Apple has not said
   */
  public record DeviceView(
      String hardwareSerial,
      long hostId,
      String model,
      String description,
      String color,
      Instant assignedAt) {
    static DeviceView of(AbmDevice device) {
      return new DeviceView(
          device.serialNumber(),
          device.host().value(),
          device.model(),
          device.description(),
          device.color(),
          device.assignedAt().orElse(null));
    }
  }

  /** One token. */
  public record TokenAnswer(TokenView abmToken) {}

  /**
   * @param macosTeamId null or 0 for no team
   * @param iosTeamId taken from clients that send it, and without effect
   */
  public record TeamsRequest(Long macosTeamId, Long iosTeamId, Long ipadosTeamId) {}

  @GET
  @Requires(Permission.VIEW_ABM)
  public TokensAnswer list(@Context Actor actor) {
    access.require(actor, Permission.VIEW_ABM, Optional.empty());
    return new TokensAnswer(tokens.list().stream().map(views::of).toList());
  }

  /** The Macs of a token by serial number. */
  @GET
  @Path("{id}/devices")
  @Requires(Permission.VIEW_ABM)
  public DevicesAnswer devices(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("missing") @DefaultValue("false") boolean missing,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("per_page") @DefaultValue("500") int perPage) {
    access.require(actor, Permission.VIEW_ABM, Optional.empty());
    List<DeviceView> page =
        tokens.devices(new AbmTokenId(id), missing, after, perPage).stream()
            .map(DeviceView::of)
            .toList();
    boolean full = page.size() == perPage;
    return new DevicesAnswer(page, full ? page.get(perPage - 1).hardwareSerial() : null);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_ABM)
  public TokenAnswer load(@Context Actor actor, MultipartForm form) {
    requireEdit(actor);
    return answer(tokens.load(actor, file(form)));
  }

  @PATCH
  @Path("{id}/renew")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_ABM)
  public TokenAnswer renew(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("force") @DefaultValue("false") boolean force,
      MultipartForm form) {
    requireEdit(actor);
    return answer(tokens.renew(actor, new AbmTokenId(id), file(form), force));
  }

  @PATCH
  @Path("{id}/teams")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_ABM)
  public TokenAnswer teams(@Context Actor actor, @PathParam("id") long id, TeamsRequest request) {
    requireEdit(actor);
    if (request == null) {
      throw MdmException.invalid(
          "abm.no_team", "macos_team_id", "Send the macos_team_id; 0 is no team.");
    }
    AbmTokenId token = new AbmTokenId(id);
    tokens.defaultTeam(actor, token, TeamNumber.of(request.macosTeamId()));
    return answer(tokens.required(token));
  }

  /** Answers once it is due; how it goes is in the token. */
  @POST
  @Path("{id}/sync")
  @Requires(Permission.EDIT_ABM)
  public TokenAnswer synchronize(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("full") @DefaultValue("false") boolean full) {
    requireEdit(actor);
    tokens.synchronize(actor, new AbmTokenId(id), full);
    return answer(tokens.required(new AbmTokenId(id)));
  }

  @DELETE
  @Path("{id}")
  @Requires(Permission.EDIT_ABM)
  public void delete(
      @Context Actor actor,
      @PathParam("id") long id,
      @QueryParam("force") @DefaultValue("false") boolean force) {
    requireEdit(actor);
    tokens.delete(actor, new AbmTokenId(id), force);
  }

  private void requireEdit(Actor actor) {
    access.require(actor, Permission.EDIT_ABM, Optional.empty());
  }

  private TokenAnswer answer(AbmToken token) {
    return new TokenAnswer(views.of(token));
  }

  private static byte[] file(MultipartForm form) {
    return form.file("token")
        .map(UploadedFile::content)
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "abm.no_file",
                    "token",
                    "Send the .p7m of Apple Business Manager as the file \"token\" of the form."));
  }
}
