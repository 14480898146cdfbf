package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.UserStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.rest.UserViews.AvailableTeam;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account of who asks. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnAccountResource implements AdminResource {
  private final UserStore users;
  private final AccountChanges changes;
  private final UserViews views;
  private final Access access;

  @Activate
  public OwnAccountResource(
      @Reference UserStore users,
      @Reference AccountChanges changes,
      @Reference UserViews views,
      @Reference Access access) {
    this.users = users;
    this.changes = changes;
    this.views = views;
    this.access = access;
  }

  /** Who asks, and the teams to choose from. */
  public record MeAnswer(
      UserView user, List<AvailableTeam> availableTeams, PermissionsView permissions) {}

  /** Both passwords. */
  public record PasswordRequest(String oldPassword, String newPassword) {
    @Override
    public String toString() {
      return "PasswordRequest[]";
    }
  }

  @GET
  @Path("me")
  @Requires(Permission.USE_OWN_ACCOUNT)
  public MeAnswer me(@Context Actor actor) {
    return actor
        .user()
        .flatMap(users::find)
        .map(
            user ->
                new MeAnswer(
                    views.of(user), views.available(user), PermissionsView.of(access, actor)))
        .orElseThrow(
            () -> MdmException.notFound("organization.no_account", "You have no account."));
  }

  @POST
  @Path("change_password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.USE_OWN_ACCOUNT)
  public Map<String, Object> changePassword(@Context Actor actor, PasswordRequest request) {
    if (request == null || request.oldPassword() == null || request.newPassword() == null) {
      throw MdmException.invalid(
          "organization.missing", "new_password", "Send old_password and new_password.");
    }
    changes.changePassword(actor, request.oldPassword(), request.newPassword());
    return Map.of();
  }
}
