package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts. */
@Component
public final class JpaUserStore implements UserStore, AccountStore {
  private final Transactions transactions;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public JpaUserStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public User create(NewUser user, Instant now, Function<User, List<ActivityDraft>> activities) {
    return transactions.in(work -> persist(work, user, now, activities), JpaUserStore::emailTaken);
  }

  static MdmException emailTaken(String constraint) {
    return MdmException.conflict(
        "organization.email_taken",
        "There is an account with this e-mail already; choose another e-mail.");
  }

  /** The settings row has a fixed key, so that only one set-up can ever be committed. */
  @Override
  public User setUp(
      NewUser admin, OrganizationSettings settings, Instant now, ActivityDraft activity) {
    return transactions.in(
        work -> {
          if (work.find(SettingsEntity.class, SettingsEntity.ONLY).isPresent() || count(work) > 0) {
            throw alreadySetUp();
          }
          work.entities().persist(SettingsEntity.of(settings));
          return persist(work, admin, now, made -> List.of(activity));
        },
        taken -> alreadySetUp());
  }

  private static MdmException alreadySetUp() {
    return MdmException.conflict(
        "organization.already_set_up", "Pomona is set up already; log in instead.");
  }

  static User persist(
      Work work, NewUser user, Instant now, Function<User, List<ActivityDraft>> activities) {
    UserEntity entity = UserEntity.of(work.nextId("organization_user_seq"), user, now);
    work.entities().persist(entity);
    TeamRoles.replace(work.sql(), entity.number(), user.teamRoles());
    User made = entity.toUser(user.teamRoles());
    Activities.write(work.sql(), activities.apply(made), now);
    return made;
  }

  @Override
  public boolean isEmpty() {
    return transactions.in(work -> count(work) == 0);
  }

  private static long count(Work work) {
    return work.entities().createQuery("SELECT COUNT(u) FROM User u", Long.class).getSingleResult();
  }

  @Override
  public Optional<User> find(UserId id) {
    return transactions.in(
        work -> work.find(UserEntity.class, id.value()).map(user -> user.toUser(work.unflushed())));
  }

  @Override
  public Optional<Credentials> credentials(String email) {
    return transactions.in(
        work ->
            work
                .entities()
                .createQuery("SELECT u FROM User u WHERE u.email = :email", UserEntity.class)
                .setParameter("email", Text.storable(email))
                .getResultList()
                .stream()
                .map(user -> user.toCredentials(work.unflushed()))
                .findFirst());
  }

  @Override
  public List<User> list() {
    return transactions.in(
        work -> {
          Map<Long, Map<TeamId, Role>> roles = TeamRoles.all(work.unflushed());
          return work
              .entities()
              .createQuery("SELECT u FROM User u ORDER BY u.id", UserEntity.class)
              .getResultList()
              .stream()
              .map(user -> user.toUser(roles.getOrDefault(user.number(), Map.of())))
              .toList();
        });
  }

  /** The sessions go with the row, by the foreign key. */
  @Override
  public void delete(UserId id, Function<User, List<ActivityDraft>> activities) {
    transactions.in(
        work -> {
          Admins.requireAnother(Admins.lock(work.unflushed(), id.value()), id.value());
          UserEntity entity = required(work, id);
          List<ActivityDraft> told = activities.apply(entity.toUser(work.unflushed()));
          work.entities().remove(entity);
          Activities.write(work.sql(), told, clock.instant());
          return null;
        });
  }

  private static UserEntity required(Work work, UserId id) {
    return work.find(UserEntity.class, id.value())
        .orElseThrow(
            () ->
                MdmException.notFound("organization.user_not_found", "There is no such account."));
  }

  @Override
  public User change(
      UserId id,
      Function<User, UserChange> wanted,
      Instant now,
      BiFunction<User, User, List<ActivityDraft>> activities) {
    return transactions.in(
        work -> {
          List<Long> admins = Admins.lock(work.unflushed(), id.value());
          UserEntity entity = required(work, id);
          User before = entity.toUser(work.unflushed());
          UserChange change = wanted.apply(before);
          if (!change.globalRole().equals(Optional.of(Role.ADMIN))) {
            Admins.requireAnother(admins, id.value());
          }
          entity.take(change);
          User after = entity.toUser(change.teamRoles());
          takeRoles(work, before, after);
          if (before.ssoEnabled() && !after.ssoEnabled()) {
            endSso(work, id);
          }
          Activities.write(work.sql(), activities.apply(before, after), now);
          return after;
        },
        JpaUserStore::emailTaken);
  }

  private static void takeRoles(Work work, User before, User after) {
    if (!before.teamRoles().equals(after.teamRoles())) {
      TeamRoles.replace(work.sql(), after.id().value(), after.teamRoles());
    }
    if (!before.globalRole().equals(after.globalRole())
        || !before.teamRoles().equals(after.teamRoles())) {
      endSessions(work, after.id());
    }
  }

  private static void endSessions(Work work, UserId id) {
    work.sql().update("DELETE FROM organization_session WHERE user_id = ?", id.value());
  }

  private static void endSso(Work work, UserId id) {
    work.sql().update("DELETE FROM organization_sso_subject WHERE user_id = ?", id.value());
    endSessions(work, id);
  }

  @Override
  public boolean setPassword(
      Credentials verified, String passwordHash, Instant now, ActivityDraft activity) {
    UserId id = verified.user().id();
    return transactions.in(
        work -> {
          boolean same = PasswordRows.hold(work.unflushed(), verified, "FOR UPDATE");
          if (same) {
            required(work, id).setPasswordHash(passwordHash);
            endSessions(work, id);
            Activities.write(work.sql(), activity, now);
          }
          return same;
        });
  }
}
