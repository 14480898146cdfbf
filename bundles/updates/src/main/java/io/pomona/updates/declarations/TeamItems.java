package io.pomona.updates.declarations;

import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationItem;
import io.pomona.protocol.declarative.DeclarationKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people uploaded for each team, without the payloads. These are read, which means opened and
 * hashed, once after each change and not for each Mac that asks; whether there was a change is a
 * look at the revisions.
 */
final class TeamItems {
  private final DeclarationStore store;
  private final Map<Optional<TeamId>, Uploaded> known = new ConcurrentHashMap<>();

  TeamItems(DeclarationStore store) {
    this.store = store;
  }

  /**
   * Those of one team.
   *
   * @param revisions sorted
   * @param unnamed the configurations that no uploaded activation names, sorted
   */
  record Uploaded(List<Long> revisions, List<DeclarationItem> items, List<String> unnamed) {
    static final Uploaded NOTHING = new Uploaded(List.of(), List.of(), List.of());

    static Uploaded of(List<TeamDeclaration> rows) {
      List<Declaration> all = rows.stream().map(TeamDeclaration::declaration).toList();
      return new Uploaded(
          rows.stream().map(TeamDeclaration::revision).sorted().toList(),
          all.stream().map(DeclarationItem::of).toList(),
          unnamed(all));
    }

    private static List<String> unnamed(List<Declaration> all) {
      Set<String> named = new HashSet<>();
      all.forEach(declaration -> named.addAll(declaration.activates()));
      return all.stream()
          .filter(declaration -> declaration.kind() == DeclarationKind.CONFIGURATION)
          .map(Declaration::identifier)
          .filter(identifier -> !named.contains(identifier))
          .sorted()
          .toList();
    }

    boolean isEmpty() {
      return items.isEmpty();
    }
  }

  Uploaded of(Optional<TeamId> team) {
    List<Long> revisions = store.revisions(team);
    if (revisions.isEmpty()) {
      known.remove(team);
      return Uploaded.NOTHING;
    }
    return Optional.ofNullable(known.get(team))
        .filter(uploaded -> uploaded.revisions().equals(revisions))
        .orElseGet(() -> read(team, revisions));
  }

  /** One reads for all who ask meanwhile; what is kept has the revisions that came with it. */
  private Uploaded read(Optional<TeamId> team, List<Long> revisions) {
    return known.compute(
        team,
        (key, former) ->
            former != null && former.revisions().equals(revisions)
                ? former
                : Uploaded.of(store.list(key)));
  }
}
