package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
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
  private final Passwords passwords;
  private final Clock clock;
  private final FailedLogins failures = new FailedLogins();

  @Activate
  public AccountChanges(
      @Reference UserStore users,
      @Reference AccountStore accounts,
      @Reference Passwords passwords) {
    this(users, accounts, passwords, Clock.systemUTC());
  }

  AccountChanges(UserStore users, AccountStore accounts, Passwords passwords, Clock clock) {
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What is empty stays as it is. */
  public record Wish(
      Optional<String> name,
      Optional<String> email,
      Optional<Roles> roles,
      Optional<Boolean> ssoEnabled) {
    public static final Wish NOTHING =
        new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    /** SSO stays as it is. */
    public Wish(Optional<String> name, Optional<String> email, Optional<Roles> roles) {
      this(name, email, roles, Optional.empty());
    }

    private UserChange of(User user) {
      Roles wanted = roles.orElse(Roles.of(user));
      return new UserChange(
          name.map(Accounts::name).orElse(user.name()),
          email.map(EmailAddress::require).orElse(user.email()),
          wanted.global(),
          wanted.teams(),
          ssoEnabled.orElse(user.ssoEnabled()));
    }
  }

  /** Other roles than before, and no more SSO, end the sessions of that person. */
  public User change(Actor actor, long id, Wish wish) {
    User known = find(id);
    return accounts.change(known.id(), wish::of, clock.instant(), new AccountActivities(actor)::of);
  }

  public User find(long id) {
    return Optional.of(id)
        .filter(number -> number > 0)
        .map(UserId::new)
        .flatMap(users::find)
        .orElseThrow(Accounts::unknown);
  }

  public User find(String email) {
    return named(email).orElseThrow(Accounts::unknown);
  }

  /** The account of this e-mail address. */
  public Optional<User> named(String email) {
    return users.credentials(EmailAddress.require(email)).map(Credentials::user);
  }

  /** Ends all sessions of the person, that of the caller as well. */
  public void changePassword(Actor actor, String old, String wanted) {
    User user = actor.user().flatMap(users::find).orElseThrow(Accounts::unknown);
    Secret password = PasswordRule.require(wanted, "new_password");
    Credentials verified = requireKnown(user, Secret.of(old));
    if (old.equals(wanted)) {
      throw MdmException.invalid(
          "organization.same_password", "new_password", "This is the password already.");
    }
    ActivityDraft activity = AccountActivities.about(actor, "changed_own_password", user);
    if (!accounts.setPassword(verified, passwords.hash(password), clock.instant(), activity)) {
      throw wrong();
    }
    LOG.info("Account {} has a new password", user.id().value());
  }

  private Credentials requireKnown(User user, Secret old) {
    if (!failures.begin(user.email(), "", clock.instant())) {
      throw MdmException.tooManyRequests(
          "organization.too_many_failures",
          "Too many wrong passwords. Try again in five minutes.",
          FailedLogins.WINDOW);
    }
    Optional<Credentials> known = users.credentials(user.email());
    Credentials verified =
        known
            .filter(row -> passwords.matches(old, row.passwordHash()))
            .orElseThrow(AccountChanges::wrong);
    failures.succeeded(user.email(), "");
    return verified;
  }

  private static MdmException wrong() {
    return MdmException.invalid(
        "organization.wrong_password", "old_password", "The old password is wrong.");
  }
}
