package io.pomona.testkit.memory;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.SessionStore;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore.Credentials;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

public final class InMemorySessionStore implements SessionStore {
  private record Row(UserId user, Instant expires) {}

  private final World world;
  private final Function<UserId, Optional<Credentials>> users;
  private final Map<String, Row> rows = new HashMap<>();

  InMemorySessionStore(World world, Function<UserId, Optional<Credentials>> users) {
    this.world = world;
    this.users = users;
  }

  @Override
  public boolean create(
      Credentials verified,
      String tokenSha256,
      Instant now,
      Instant expires,
      ActivityDraft activity) {
    synchronized (world) {
      UserId user = verified.user().id();
      boolean same =
          users
              .apply(user)
              .filter(is -> is.passwordHash().equals(verified.passwordHash()))
              .isPresent();
      if (same) {
        open(user, tokenSha256, now, expires, activity);
      }
      return same;
    }
  }

  /** For whoever has verified the person in another way. */
  void open(UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity) {
    rows.put(tokenSha256, new Row(user, expires));
    world.write(activity, now);
  }

  @Override
  public Optional<User> find(String tokenSha256, Instant now) {
    synchronized (world) {
      return Optional.ofNullable(rows.get(tokenSha256))
          .filter(row -> row.expires.isAfter(now))
          .flatMap(row -> users.apply(row.user))
          .map(Credentials::user);
    }
  }

  @Override
  public void delete(String tokenSha256) {
    synchronized (world) {
      rows.remove(tokenSha256);
    }
  }

  void deleteAll(UserId user) {
    synchronized (world) {
      rows.values().removeIf(row -> row.user.equals(user));
    }
  }

  @Override
  public int purge(Instant now) {
    synchronized (world) {
      int before = rows.size();
      rows.values().removeIf(row -> !row.expires.isAfter(now));
      return before - rows.size();
    }
  }
}
