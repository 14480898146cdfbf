package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.Accounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts: one's own, and for admins everybody's. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class UserResource implements AdminResource {
  private final Accounts accounts;
  private final UserStore users;

  @Activate
  public UserResource(@Reference Accounts accounts, @Reference UserStore users) {
    this.accounts = accounts;
    this.users = users;
  }

  /** One account. */
  public record UserAnswer(UserView user) {}

  /** All accounts. */
  public record UsersAnswer(List<UserView> users) {}

  /** An account to be made. */
  public record UserRequest(String name, String email, String password, String globalRole) {
    @Override
    public String toString() {
      return "UserRequest[" + email + "]";
    }
  }

  @GET
  @Path("me")
  @Requires(Permission.USE_OWN_ACCOUNT)
  public UserAnswer me(@Context Actor actor) {
    return actor
        .user()
        .flatMap(users::find)
        .map(user -> new UserAnswer(UserView.of(user)))
        .orElseThrow(
            () -> MdmException.notFound("organization.no_account", "You have no account."));
  }

  @GET
  @Path("users")
  @Requires(Permission.VIEW_USERS)
  public UsersAnswer list() {
    return new UsersAnswer(accounts.list().stream().map(UserView::of).toList());
  }

  @POST
  @Path("users")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_USERS)
  public UserAnswer create(@Context Actor actor, UserRequest request) {
    if (request == null || request.email() == null || request.password() == null) {
      throw MdmException.invalid(
          "organization.missing", "email", "Send email, password and global_role.");
    }
    Accounts.Draft draft =
        new Accounts.Draft(
            Optional.ofNullable(request.name()).orElse(request.email()),
            request.email(),
            request.password(),
            role(request.globalRole()));
    return new UserAnswer(UserView.of(accounts.create(actor, draft)));
  }

  @DELETE
  @Path("users/{id}")
  @Requires(Permission.EDIT_USERS)
  public Map<String, Object> delete(@Context Actor actor, @PathParam("id") long id) {
    accounts.delete(actor, new UserId(id));
    return Map.of();
  }

  private static Role role(String label) {
    return Arrays.stream(Role.values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                MdmException.invalid(
                    "organization.bad_role",
                    "global_role",
                    "The role is one of admin, maintainer, observer, gitops."));
  }
}
