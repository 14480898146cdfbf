package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewUser;
import io.pomona.api.organization.SsoIdentity;
import io.pomona.api.organization.SsoStore;
import io.pomona.api.organization.SsoTicket;
import io.pomona.api.organization.User;
import io.pomona.api.organization.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

public final class InMemorySsoStore implements SsoStore {
  private final World world;
  private final InMemoryUserStore users;
  private final InMemorySessionStore sessions;
  private final Map<String, SsoTicket> tickets = new HashMap<>();

  /** Over the same world as the accounts. */
  public InMemorySsoStore(World world, InMemoryUserStore users, InMemorySessionStore sessions) {
    this.world = world;
    this.users = users;
    this.sessions = sessions;
  }

  @Override
  public void save(SsoTicket ticket) {
    synchronized (world) {
      tickets.put(ticket.sha256(), ticket);
    }
  }

  @Override
  public Optional<SsoTicket> take(String sha256, String holderSha256, Instant now) {
    synchronized (world) {
      Optional<SsoTicket> found =
          Optional.ofNullable(tickets.get(sha256))
              .filter(ticket -> ticket.holderSha256().equals(holderSha256))
              .filter(ticket -> ticket.expires().isAfter(now))
              .filter(
                  ticket -> ticket.user().map(users::find).map(Optional::isPresent).orElse(true));
      found.ifPresent(ticket -> tickets.remove(sha256));
      return found;
    }
  }

  @Override
  public int purge(Instant now) {
    synchronized (world) {
      int before = tickets.size();
      tickets.values().removeIf(ticket -> !ticket.expires().isAfter(now));
      return before - tickets.size();
    }
  }

  @Override
  public void bind(UserId user, SsoIdentity identity, Instant now) {
    synchronized (world) {
      requireEnabled(user);
      SsoIdentity bound = world.ssoSubjects.get(user);
      if (bound != null && !bound.equals(identity)) {
        throw MdmException.forbidden("organization.sso_other_subject", "Somebody else's account.");
      }
      if (bound == null) {
        requireUnbound(identity);
        world.ssoSubjects.put(user, identity);
      }
    }
  }

  private void requireEnabled(UserId user) {
    boolean enabled =
        users
            .find(user)
            .map(User::ssoEnabled)
            .orElseThrow(
                () ->
                    MdmException.notFound("organization.user_not_found", "There is no such user."));
    if (!enabled) {
      throw MdmException.forbidden("organization.sso_not_enabled", "SSO is not enabled.");
    }
  }

  @Override
  public void open(
      UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity) {
    synchronized (world) {
      requireEnabled(user);
      sessions.open(user, tokenSha256, now, expires, activity);
    }
  }

  private void requireUnbound(SsoIdentity identity) {
    if (world.ssoSubjects.containsValue(identity)) {
      throw MdmException.conflict(
          "organization.sso_subject_taken", "Another account belongs to this person.");
    }
  }

  @Override
  public User create(
      NewUser user,
      SsoIdentity identity,
      Instant now,
      Function<User, List<ActivityDraft>> activities) {
    synchronized (world) {
      requireUnbound(identity);
      User made = users.create(user, now, activities);
      world.ssoSubjects.put(made.id(), identity);
      return made;
    }
  }
}
