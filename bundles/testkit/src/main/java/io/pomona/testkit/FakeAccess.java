package io.pomona.testkit;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Allows the same to everybody and remembers what it was asked. */
public final class FakeAccess implements Access {
  /** A question to {@link #require}. */
  public record Asked(Permission permission, Optional<TeamId> team) {}

  private final Set<Permission> allowed;
  private final TeamScope scope;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private FakeAccess(Set<Permission> allowed) {
    this(allowed, allowed.isEmpty() ? TeamScope.nowhere() : TeamScope.everywhere());
  }

  private FakeAccess(Set<Permission> allowed, TeamScope scope) {
    this.allowed = allowed;
    this.scope = scope;
  }

  public static FakeAccess allowingAll() {
    return new FakeAccess(EnumSet.allOf(Permission.class));
  }

  public static FakeAccess denyingAll() {
    return new FakeAccess(EnumSet.noneOf(Permission.class));
  }

  public static FakeAccess allowing(Permission first, Permission... more) {
    return new FakeAccess(EnumSet.of(first, more));
  }

  /** Everything to what is of these. */
  public static FakeAccess within(TeamScope scope) {
    return new FakeAccess(EnumSet.allOf(Permission.class), scope);
  }

  @Override
  public boolean mayAnywhere(Actor actor, Permission permission) {
    return allowed.contains(permission);
  }

  @Override
  public void require(Actor actor, Permission permission, Optional<TeamId> team) {
    asked.add(new Asked(permission, team));
    if (!allowed.contains(permission) || !scope.includes(team)) {
      throw MdmException.forbidden("organization.forbidden", "Your role does not allow this.");
    }
  }

  @Override
  public void require(
      Actor actor, Permission permission, Optional<TeamId> team, Supplier<MdmException> unknown) {
    if (allowed.contains(permission) && !scope.includes(team)) {
      throw unknown.get();
    }
    require(actor, permission, team);
  }

  @Override
  public TeamScope scope(Actor actor, Permission permission) {
    return allowed.contains(permission) ? scope : TeamScope.nowhere();
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }
}
