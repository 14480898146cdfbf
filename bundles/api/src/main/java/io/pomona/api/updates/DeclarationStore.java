package io.pomona.api.updates;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.declarative.Declaration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Declarations that people uploaded; they end with their team. Each change marks the enrolled Macs
 * of the team as due, in the same transaction. Each method is one transaction.
 */
public interface DeclarationStore {
  /** How many a team may have. */
  int MOST = 200;

  /**
   * @throws io.pomona.api.MdmException conflict {@code updates.identifier_taken} within the team,
   *     {@code updates.too_many_declarations}; not found when the team is gone
   */
  TeamDeclaration add(
      Optional<TeamId> team, Declaration declaration, Instant now, ActivityDraft activity);

  Optional<TeamDeclaration> find(DeclarationId id);

  Optional<TeamDeclaration> find(Optional<TeamId> team, String identifier);

  /**
   * The revisions of all of a team, sorted. Without looking at their contents: where they are as
   * they were, so are the contents.
   */
  List<Long> revisions(Optional<TeamId> team);

  /** By identifier. */
  List<TeamDeclaration> list(Optional<TeamId> team);

  /**
   * Puts another content, or another identifier, in its place. Not found when it is gone.
   *
   * @throws io.pomona.api.MdmException conflict {@code updates.identifier_taken}
   */
  TeamDeclaration change(
      DeclarationId id, Declaration declaration, Instant now, ActivityDraft activity);

  /** Not found when it is gone. */
  void delete(DeclarationId id, Instant now, ActivityDraft activity);
}
