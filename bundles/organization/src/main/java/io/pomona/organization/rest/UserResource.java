package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.AccountChanges.Wish;
import io.pomona.organization.Accounts;
import io.pomona.organization.Roles;
import io.pomona.organization.rest.UserRequests.ChangeRequest;
import io.pomona.organization.rest.UserRequests.UserRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everybody's accounts. */
@Component
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource implements AdminResource {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final Accounts accounts;
  private final AccountChanges changes;
  private final UserViews views;

  @Activate
  public UserResource(
      @Reference Accounts accounts, @Reference AccountChanges changes, @Reference UserViews views) {
    this.accounts = accounts;
    this.changes = changes;
    this.views = views;
  }

  /** One account. */
  public record UserAnswer(UserView user) {}

  /** All accounts. */
  public record UsersAnswer(List<UserView> users) {}

  @GET
  @Requires(Permission.VIEW_USERS)
  public UsersAnswer list() {
    return new UsersAnswer(views.of(accounts.list()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_USERS)
  public UserAnswer create(@Context Actor actor, UserRequest request) {
    if (request == null || request.email() == null || !saysHowToLogIn(request)) {
      throw MdmException.invalid(
          "organization.missing",
          "email",
          "Send email, password or sso_enabled, and global_role or teams.");
    }
    Roles roles =
        UserRequests.roles(request.globalRole(), request.teams())
            .orElse(new Roles(Optional.empty(), Map.of()));
    Accounts.Draft draft =
        new Accounts.Draft(
            Optional.ofNullable(request.name()).orElse(request.email()),
            request.email(),
            Optional.ofNullable(request.password()).orElse(""),
            roles,
            request.ssoEnabled());
    return new UserAnswer(views.of(accounts.create(actor, draft)));
  }

  private static boolean saysHowToLogIn(UserRequest request) {
    return request.password() != null || request.ssoEnabled();
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  @Requires(Permission.VIEW_USERS)
  public UserAnswer get(@PathParam("id") long id) {
    return new UserAnswer(views.of(changes.find(id)));
  }

  @PATCH
  @Path("{id: [0-9]{1,18}}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_USERS)
  public UserAnswer change(@Context Actor actor, @PathParam("id") long id, ChangeRequest request) {
    ChangeRequest said =
        Optional.ofNullable(request).orElse(new ChangeRequest(null, null, null, null, null));
    Wish wish =
        new Wish(
            Optional.ofNullable(said.name()),
            Optional.ofNullable(said.email()),
            UserRequests.roles(said.globalRole(), said.teams()),
            Optional.ofNullable(said.ssoEnabled()));
    User before = changes.find(id);
    User after = changes.change(actor, id, wish);
    if (!after.equals(before)) {
      LOG.info("Account {} changed", id);
    }
    return new UserAnswer(views.of(after));
  }

  @DELETE
  @Path("{id: [0-9]{1,18}}")
  @Requires(Permission.EDIT_USERS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    accounts.delete(actor, new UserId(id));
    return Map.of();
  }
}
