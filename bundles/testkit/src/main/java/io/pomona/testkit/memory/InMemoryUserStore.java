package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.AccountStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserChange;
import io.pomona.api.organization.UserId;
import io.pomona.api.organization.UserStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

public final class InMemoryUserStore implements UserStore, AccountStore {
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
  public User create(NewUser user, Instant now, Function<User, List<ActivityDraft>> activities) {
    synchronized (world) {
      if (credentials(user.email()).isPresent()) {
        throw MdmException.conflict(
            "organization.email_taken", "There is an account with this e-mail address already.");
      }
      user.teamRoles().keySet().forEach(team -> world.requireTeam(Optional.of(team)));
      User created =
          new User(
              new UserId(world.nextId()),
              user.name(),
              user.email(),
              user.globalRole(),
              user.teamRoles(),
              user.ssoEnabled(),
              now);
      world.teamRoles.put(created.id(), new HashMap<>(user.teamRoles()));
      rows.put(created.id(), new Credentials(created, user.passwordHash()));
      activities.apply(created).forEach(activity -> world.write(activity, now));
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
    return credentials(id).map(Credentials::user);
  }

  Optional<Credentials> credentials(UserId id) {
    synchronized (world) {
      return Optional.ofNullable(rows.get(id)).map(this::current);
    }
  }

  @Override
  public Optional<Credentials> credentials(String email) {
    synchronized (world) {
      return rows.values().stream()
          .filter(row -> row.user().email().equals(email))
          .map(this::current)
          .findFirst();
    }
  }

  @Override
  public List<User> list() {
    synchronized (world) {
      return rows.values().stream().map(this::current).map(Credentials::user).toList();
    }
  }

  /** As it is now: a team that was deleted has taken its roles along. */
  private Credentials current(Credentials row) {
    User user = row.user();
    return new Credentials(
        new User(
            user.id(),
            user.name(),
            user.email(),
            user.globalRole(),
            world.teamRoles.get(user.id()),
            user.ssoEnabled(),
            user.createdAt()),
        row.passwordHash());
  }

  private Credentials required(UserId id) {
    if (!rows.containsKey(id)) {
      throw MdmException.notFound("organization.user_not_found", "There is no such user.");
    }
    return current(rows.get(id));
  }

  private void requireOtherAdmin(UserId leaving) {
    List<UserId> admins =
        rows.values().stream()
            .map(Credentials::user)
            .filter(user -> user.globalRole().equals(Optional.of(Role.ADMIN)))
            .map(User::id)
            .toList();
    if (admins.equals(List.of(leaving))) {
      throw MdmException.conflict("organization.last_admin", "This is the only admin.");
    }
  }

  @Override
  public User change(
      UserId id,
      Function<User, UserChange> wish,
      Instant now,
      BiFunction<User, User, List<ActivityDraft>> activities) {
    synchronized (world) {
      Credentials before = required(id);
      UserChange wanted = wish.apply(before.user());
      if (!wanted.globalRole().equals(Optional.of(Role.ADMIN))) {
        requireOtherAdmin(id);
      }
      if (credentials(wanted.email()).filter(row -> !row.user().id().equals(id)).isPresent()) {
        throw MdmException.conflict(
            "organization.email_taken", "There is an account with this e-mail address already.");
      }
      wanted.teamRoles().keySet().forEach(team -> world.requireTeam(Optional.of(team)));
      User after =
          new User(
              id,
              wanted.name(),
              wanted.email(),
              wanted.globalRole(),
              wanted.teamRoles(),
              wanted.ssoEnabled(),
              before.user().createdAt());
      rows.put(id, new Credentials(after, before.passwordHash()));
      world.teamRoles.put(id, new HashMap<>(wanted.teamRoles()));
      if (!after.globalRole().equals(before.user().globalRole())
          || !after.teamRoles().equals(before.user().teamRoles())) {
        sessions.deleteAll(id);
      }
      if (before.user().ssoEnabled() && !after.ssoEnabled()) {
        world.ssoSubjects.remove(id);
        sessions.deleteAll(id);
      }
      activities.apply(before.user(), after).forEach(activity -> world.write(activity, now));
      return after;
    }
  }

  @Override
  public boolean setPassword(
      Credentials verified, String passwordHash, Instant now, ActivityDraft activity) {
    synchronized (world) {
      UserId id = verified.user().id();
      boolean same =
          credentials(id)
              .filter(row -> row.passwordHash().equals(verified.passwordHash()))
              .isPresent();
      if (same) {
        rows.put(id, new Credentials(required(id).user(), passwordHash));
        sessions.deleteAll(id);
        world.write(activity, now);
      }
      return same;
    }
  }

  @Override
  public void delete(UserId id, Function<User, List<ActivityDraft>> activities) {
    synchronized (world) {
      requireOtherAdmin(id);
      List<ActivityDraft> told = activities.apply(required(id).user());
      rows.remove(id);
      world.teamRoles.remove(id);
      world.ssoSubjects.remove(id);
      sessions.deleteAll(id);
      told.forEach(activity -> world.write(activity, world.clock.instant()));
    }
  }
}
