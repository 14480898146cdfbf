package io.pomona.organization;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.User;
import java.util.Optional;
import java.util.Set;

/** A person with an account as an actor. */
public final class Actors {
  private Actors() {}

  public static Actor of(User user) {
    return new Actor(
        Optional.of(user.id()),
        user.name(),
        user.email(),
        user.globalRole().map(Set::of).orElse(Set.of()),
        user.teamRoles());
  }
}
