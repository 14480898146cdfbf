package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import io.pomona.api.pki.Passwords;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making and deleting accounts, the first one with the organization's settings. */
@Component(service = Accounts.class)
public final class Accounts {
  private final UserStore users;
  private final Passwords passwords;
  private final Clock clock;

  @Activate
  public Accounts(@Reference UserStore users, @Reference Passwords passwords) {
    this(users, passwords, Clock.systemUTC());
  }

  Accounts(UserStore users, Passwords passwords, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * A person to be made.
   *
   * @param password may be empty text for who logs in by SSO only
   */
  public record Draft(String name, String email, String password, Roles roles, boolean ssoEnabled) {
    /** Without SSO. */
    public Draft(String name, String email, String password, Roles roles) {
      this(name, email, password, roles, false);
    }

    @Override
    public String toString() {
      return "Draft[" + email + "]";
    }
  }

  public boolean isSetUp() {
    return !users.isEmpty();
  }

  /** Makes the first admin; anyone may, as long as there is none. */
  public User setUp(Draft admin, OrganizationSettings settings) {
    NewUser user = checked(admin);
    Actor actor = new Actor(Optional.empty(), user.name(), user.email(), Set.of(Role.ADMIN));
    return users.setUp(
        user,
        settings,
        clock.instant(),
        ActivityDraft.of(actor, "set_up_organization")
            .with("organization", settings.name())
            .with("server_url", settings.serverUrl()));
  }

  public User create(Actor actor, Draft draft) {
    NewUser user = checked(draft);
    return users.create(user, clock.instant(), new AccountActivities(actor)::created);
  }

  public void delete(Actor actor, UserId id) {
    User user = users.find(id).orElseThrow(Accounts::unknown);
    if (actor.user().equals(Optional.of(id))) {
      throw MdmException.conflict(
          "organization.own_account", "You cannot delete your own account. Ask another admin.");
    }
    users.delete(user.id(), new AccountActivities(actor)::deleted);
  }

  public List<User> list() {
    return users.list();
  }

  private NewUser checked(Draft draft) {
    String name = name(draft.name());
    String email = EmailAddress.require(draft.email());
    String hash = hash(draft);
    Roles roles = draft.roles().required();
    return new NewUser(name, email, hash, roles.global(), roles.teams(), draft.ssoEnabled());
  }

  /** No password matches the empty one. */
  private String hash(Draft draft) {
    boolean none = draft.ssoEnabled() && draft.password().isEmpty();
    return none ? "" : passwords.hash(PasswordRule.require(draft.password()));
  }

  /** The name of a person as it is kept. */
  public static String name(String text) {
    String name = text.strip();
    if (name.isEmpty() || name.length() > 255) {
      throw MdmException.invalid("organization.bad_name", "name", "Give a name.");
    }
    return name;
  }

  static MdmException unknown() {
    return MdmException.notFound("organization.no_such_user", "There is no such user.");
  }
}
