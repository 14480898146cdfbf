package io.pomona.updates.declarations;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts the payloads that are opened, and lets something happen after a look at the revisions. */
final class WatchedDeclarations implements DeclarationStore {
  private final DeclarationStore store;
  Runnable meanwhile = () -> {};
  int opened;

  WatchedDeclarations(DeclarationStore store) {
    this.store = store;
  }

  @Override
  public List<TeamDeclaration> list(Optional<TeamId> team) {
    List<TeamDeclaration> all = store.list(team);
    opened += all.size();
    return all;
  }

  @Override
  public Optional<TeamDeclaration> find(Optional<TeamId> team, String identifier) {
    Optional<TeamDeclaration> found = store.find(team, identifier);
    opened += found.isPresent() ? 1 : 0;
    return found;
  }

  @Override
  public List<Long> revisions(Optional<TeamId> team) {
    List<Long> revisions = store.revisions(team);
    meanwhile.run();
    return revisions;
  }

  @Override
  public Optional<TeamDeclaration> find(DeclarationId id) {
    return store.find(id);
  }

  @Override
  public TeamDeclaration add(
      Optional<TeamId> team, Declaration declaration, Instant now, ActivityDraft activity) {
    return store.add(team, declaration, now, activity);
  }

  @Override
  public TeamDeclaration change(
      DeclarationId id, Declaration declaration, Instant now, ActivityDraft activity) {
    return store.change(id, declaration, now, activity);
  }

  @Override
  public void delete(DeclarationId id, Instant now, ActivityDraft activity) {
    store.delete(id, now, activity);
  }
}
