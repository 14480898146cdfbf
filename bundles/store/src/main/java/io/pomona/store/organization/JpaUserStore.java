package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import io.pomona.store.Persistence;
import io.pomona.store.sql.Text;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts. */
@Component
public final class JpaUserStore implements UserStore {
  private final Transactions transactions;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public JpaUserStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
  }

  @Override
  public User create(NewUser user, Instant now, ActivityDraft activity) {
    return transactions.in(
        work -> persist(work, user, now, activity),
        taken ->
            MdmException.conflict(
                "organization.email_taken",
                "There is an account with this e-mail already; choose another e-mail."));
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
          return persist(work, admin, now, activity);
        },
        taken -> alreadySetUp());
  }

  private static MdmException alreadySetUp() {
    return MdmException.conflict(
        "organization.already_set_up", "Pomona is set up already; log in instead.");
  }

  private static User persist(Work work, NewUser user, Instant now, ActivityDraft activity) {
    UserEntity entity = UserEntity.of(work.nextId("organization_user_seq"), user, now);
    work.entities().persist(entity);
    Activities.write(work.sql(), activity, now);
    return entity.toUser();
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
    return transactions.in(work -> work.find(UserEntity.class, id.value()).map(UserEntity::toUser));
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
                .map(UserEntity::toCredentials)
                .findFirst());
  }

  @Override
  public List<User> list() {
    return transactions.in(
        work ->
            work
                .entities()
                .createQuery("SELECT u FROM User u ORDER BY u.id", UserEntity.class)
                .getResultList()
                .stream()
                .map(UserEntity::toUser)
                .toList());
  }

  /** The sessions go with the row, by the foreign key. */
  @Override
  public void delete(UserId id, ActivityDraft activity) {
    transactions.in(
        work -> {
          UserEntity entity =
              work.find(UserEntity.class, id.value())
                  .orElseThrow(
                      () ->
                          MdmException.notFound(
                              "organization.user_not_found", "There is no such account."));
          work.entities().remove(entity);
          Activities.write(work.sql(), activity, clock.instant());
          return null;
        });
  }
}
