package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryUserStore implements UserStore {
  private final World world;
  private final InMemorySessionStore sessions;
  private final InMemoryOrganizationStore organization;
  private final Map<UserId, Credentials> rows = new LinkedHashMap<>();

  InMemoryUserStore(
      World world, InMemorySessionStore sessions, InMemoryOrganizationStore organization) {
    this.world = world;
    this.sessions = sessions;
    this.organization = organization;
  }

  @Override
  public User create(NewUser user, Instant now, ActivityDraft activity) {
    synchronized (world) {
      if (credentials(user.email()).isPresent()) {
        throw MdmException.conflict(
            "organization.email_taken", "There is an account with this e-mail address already.");
      }
      User created =
          new User(
              new UserId(world.nextId()),
              user.name(),
              user.email(),
              Optional.of(user.globalRole()),
              now);
      rows.put(created.id(), new Credentials(created, user.passwordHash()));
      world.write(activity, now);
      return created;
    }
  }

  @Override
  public User setUp(
      NewUser admin, OrganizationSettings settings, Instant now, ActivityDraft activity) {
    synchronized (world) {
      if (!rows.isEmpty() || organization.settings().isPresent()) {
        throw MdmException.conflict(
            "organization.already_set_up", "This server is set up already. Log in instead.");
      }
      organization.put(settings);
      return create(admin, now, activity);
    }
  }

  @Override
  public boolean isEmpty() {
    synchronized (world) {
      return rows.isEmpty();
    }
  }

  @Override
  public Optional<User> find(UserId id) {
    synchronized (world) {
      return Optional.ofNullable(rows.get(id)).map(Credentials::user);
    }
  }

  @Override
  public Optional<Credentials> credentials(String email) {
    synchronized (world) {
      return rows.values().stream().filter(row -> row.user().email().equals(email)).findFirst();
    }
  }

  @Override
  public List<User> list() {
    synchronized (world) {
      return rows.values().stream().map(Credentials::user).toList();
    }
  }

  @Override
  public void delete(UserId id, ActivityDraft activity) {
    synchronized (world) {
      if (rows.remove(id) == null) {
        throw MdmException.notFound("organization.user_not_found", "There is no such user.");
      }
      sessions.deleteAll(id);
      world.write(activity, world.clock.instant());
    }
  }
}
