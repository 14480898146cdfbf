package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import io.pomona.api.organization.UserStore.Credentials;
import io.pomona.api.pki.Passwords;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changing accounts that are there: those of others, and the password of one's own. */
@Component(service = AccountChanges.class)
public final class AccountChanges {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final UserStore users;
  private final AccountStore accounts;
  private final TeamStore teams;
  private final Passwords passwords;
  private final Clock clock;
  private final FailedLogins failures = new FailedLogins();

  @Activate
  public AccountChanges(
      @Reference UserStore users,
      @Reference AccountStore accounts,
      @Reference TeamStore teams,
      @Reference Passwords passwords) {
    this(users, accounts, teams, passwords, Clock.systemUTC());
  }

  AccountChanges(
      UserStore users, AccountStore accounts, TeamStore teams, Passwords passwords, Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.teams = teams;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What is empty stays as it is. */
  public record Wish(
      Optional<String> name,
      Optional<String> email,
      Optional<Roles> roles,
      Optional<Boolean> ssoEnabled) {
    /** SSO stays as it is. */
    public Wish(Optional<String> name, Optional<String> email, Optional<Roles> roles) {
      this(name, email, roles, Optional.empty());
    }
  }

  /** Other roles than before, and no more SSO, end the sessions of that person. */
  public User change(Actor actor, long id, Wish wish) {
    User before = find(id);
    Roles roles = wish.roles().orElse(Roles.of(before));
    UserChange wanted =
        new UserChange(
            wish.name().map(Accounts::name).orElse(before.name()),
            wish.email().map(EmailAddress::require).orElse(before.email()),
            roles.global(),
            roles.teams(),
            wish.ssoEnabled().orElse(before.ssoEnabled()));
    User after =
        new User(
            before.id(),
            wanted.name(),
            wanted.email(),
            wanted.globalRole(),
            wanted.teamRoles(),
            wanted.ssoEnabled(),
            before.createdAt());
    if (after.equals(before)) {
      return before;
    }
    AccountActivities activities = new AccountActivities(actor, teams.names());
    User changed =
        accounts.change(before.id(), wanted, clock.instant(), activities.of(before, after));
    LOG.info("Account {} changed", changed.id().value());
    return changed;
  }

  public User find(long id) {
    return Optional.of(id)
        .filter(number -> number > 0)
        .map(UserId::new)
        .flatMap(users::find)
        .orElseThrow(Accounts::unknown);
  }

  /** The account of this e-mail address. */
  public User named(String email) {
    return users
        .credentials(EmailAddress.require(email))
        .map(Credentials::user)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "organization.no_such_user",
                    "there is no account " + email + "; make it first"));
  }

  /** Ends all sessions of the person, that of the caller as well. */
  public void changePassword(Actor actor, String old, String wanted) {
    User user = actor.user().flatMap(users::find).orElseThrow(Accounts::unknown);
    Secret password = PasswordRule.require(wanted, "new_password");
    requireKnown(user, Secret.of(old));
    if (old.equals(wanted)) {
      throw MdmException.invalid(
          "organization.same_password", "new_password", "This is the password already.");
    }
    accounts.setPassword(
        user.id(),
        passwords.hash(password),
        clock.instant(),
        AccountActivities.about(actor, "changed_own_password", user));
    LOG.info("Account {} has a new password", user.id().value());
  }

  private void requireKnown(User user, Secret old) {
    if (!failures.begin(user.email(), "", clock.instant())) {
      throw MdmException.tooManyRequests(
          "organization.too_many_failures",
          "Too many wrong passwords. Try again in five minutes.",
          FailedLogins.WINDOW);
    }
    Optional<Credentials> known = users.credentials(user.email());
    if (known.filter(row -> passwords.matches(old, row.passwordHash())).isEmpty()) {
      throw MdmException.invalid(
          "organization.wrong_password", "old_password", "The old password is wrong.");
    }
    failures.succeeded(user.email(), "", clock.instant());
  }
}
