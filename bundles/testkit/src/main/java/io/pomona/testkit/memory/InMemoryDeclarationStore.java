package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryDeclarationStore implements DeclarationStore {
  private final World world;

  public InMemoryDeclarationStore(World world) {
    this.world = world;
  }

  @Override
  public TeamDeclaration add(
      Optional<TeamId> team, Declaration declaration, Instant now, ActivityDraft activity) {
    synchronized (world) {
      world.requireTeam(team);
      requireFree(team, declaration.identifier(), 0);
      if (list(team).size() >= MOST) {
        throw MdmException.conflict("updates.too_many_declarations", "There are too many.");
      }
      DeclarationId id = new DeclarationId(world.nextId());
      return put(new TeamDeclaration(id, team, declaration, now, now, id.value()), now, activity);
    }
  }

  private TeamDeclaration put(TeamDeclaration row, Instant now, ActivityDraft activity) {
    world.declarative.declarations.put(row.id().value(), row);
    changed(row.team(), now, activity);
    return row;
  }

  private void changed(Optional<TeamId> team, Instant now, ActivityDraft activity) {
    world.write(activity, now);
    world.hosts.values().stream()
        .filter(host -> host.team.equals(team))
        .forEach(host -> world.declarative.marks.mark(host, now));
  }

  private void requireFree(Optional<TeamId> team, String identifier, long but) {
    if (list(team).stream()
        .anyMatch(
            row -> row.id().value() != but && row.declaration().identifier().equals(identifier))) {
      throw MdmException.conflict("updates.identifier_taken", "The identifier is taken.");
    }
  }

  @Override
  public Optional<TeamDeclaration> find(DeclarationId id) {
    synchronized (world) {
      return Optional.ofNullable(world.declarative.declarations.get(id.value()));
    }
  }

  @Override
  public Optional<TeamDeclaration> find(Optional<TeamId> team, String identifier) {
    return list(team).stream()
        .filter(row -> row.declaration().identifier().equals(identifier))
        .findFirst();
  }

  @Override
  public List<Long> revisions(Optional<TeamId> team) {
    return list(team).stream().map(TeamDeclaration::revision).sorted().toList();
  }

  private TeamDeclaration required(DeclarationId id) {
    return find(id)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "updates.declaration_not_found", "There is no such declaration."));
  }

  @Override
  public List<TeamDeclaration> list(Optional<TeamId> team) {
    synchronized (world) {
      return world.declarative.declarations.values().stream()
          .filter(row -> row.team().equals(team))
          .sorted(Comparator.comparing(row -> row.declaration().identifier()))
          .toList();
    }
  }

  @Override
  public TeamDeclaration change(
      DeclarationId id, Declaration declaration, Instant now, ActivityDraft activity) {
    synchronized (world) {
      TeamDeclaration before = required(id);
      requireFree(before.team(), declaration.identifier(), id.value());
      return put(
          new TeamDeclaration(
              id, before.team(), declaration, before.createdAt(), now, world.nextId()),
          now,
          activity);
    }
  }

  @Override
  public void delete(DeclarationId id, Instant now, ActivityDraft activity) {
    synchronized (world) {
      TeamDeclaration before = required(id);
      world.declarative.declarations.remove(id.value());
      changed(before.team(), now, activity);
    }
  }
}
