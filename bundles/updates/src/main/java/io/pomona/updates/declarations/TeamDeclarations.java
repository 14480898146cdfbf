package io.pomona.updates.declarations;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationTypes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The declarations that people upload, under everybody's rights. */
@Component(service = TeamDeclarations.class)
public final class TeamDeclarations {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");

  private final DeclarationStore store;
  private final TeamStore teams;
  private final UpdatePolicyStore policies;
  private final ActivityStore activities;
  private final Access access;
  private final Clock clock;

  @Activate
  public TeamDeclarations(
      @Reference DeclarationStore store,
      @Reference TeamStore teams,
      @Reference UpdatePolicyStore policies,
      @Reference ActivityStore activities,
      @Reference Access access) {
    this(store, teams, policies, activities, access, Clock.systemUTC());
  }

  TeamDeclarations(
      DeclarationStore store,
      TeamStore teams,
      UpdatePolicyStore policies,
      ActivityStore activities,
      Access access,
      Clock clock) {
    this.store = store;
    this.teams = teams;
    this.policies = policies;
    this.activities = activities;
    this.access = access;
    this.clock = clock;
  }

  public List<TeamDeclaration> list(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.VIEW_DECLARATIONS, team);
    return store.list(team);
  }

  /** With its payload, which may hold passwords: who reads it is told in the feed. */
  public TeamDeclaration view(Actor actor, DeclarationId id) {
    TeamDeclaration row = known(actor, Permission.VIEW_DECLARATIONS, id);
    activities.append(
        activity(actor, "viewed_declaration", row.team(), row.declaration()), clock.instant());
    return row;
  }

  /** One of the team by its identifier. */
  public TeamDeclaration named(Actor actor, Optional<TeamId> team, String identifier) {
    require(actor, Permission.VIEW_DECLARATIONS, team);
    return store.find(team, identifier).orElseThrow(TeamDeclarations::unknown);
  }

  public TeamDeclaration add(
      Actor actor, Optional<TeamId> team, String identifier, String type, byte[] payload) {
    Declaration declaration = DeclarationRules.check(identifier, type, payload);
    require(actor, Permission.EDIT_DECLARATIONS, team);
    TeamDeclaration added =
        store.add(
            team,
            declaration,
            clock.instant(),
            activity(actor, "created_declaration", team, declaration));
    LOG.info("Declaration {} added: {}", added.id().value(), identifier);
    return added;
  }

  public TeamDeclaration change(
      Actor actor, DeclarationId id, String identifier, String type, byte[] payload) {
    TeamDeclaration before = known(actor, Permission.EDIT_DECLARATIONS, id);
    Declaration declaration = DeclarationRules.check(identifier, type, payload);
    if (declaration.equals(before.declaration())) {
      return before;
    }
    return store.change(
        id,
        declaration,
        clock.instant(),
        activity(actor, "edited_declaration", before.team(), declaration));
  }

  public TeamDeclaration delete(Actor actor, DeclarationId id) {
    TeamDeclaration row = known(actor, Permission.EDIT_DECLARATIONS, id);
    store.delete(
        id, clock.instant(), activity(actor, "deleted_declaration", row.team(), row.declaration()));
    LOG.info("Declaration {} deleted: {}", id.value(), row.declaration().identifier());
    return row;
  }

  /** Sentences: what Macs may refuse about it, and what it is in the way of. */
  public List<String> warnings(TeamDeclaration row) {
    List<String> warnings = new ArrayList<>(DeclarationRules.warnings(row.declaration()));
    if (row.declaration().type().equals(DeclarationTypes.UPDATE_ENFORCEMENT)) {
      policies
          .of(row.team())
          .ifPresent(
              policy ->
                  warnings.add(
                      "macOS "
                          + policy.minimumVersion()
                          + " is required of these Macs already, by a declaration of the server's;"
                          + " two that differ are in each other's way."));
    }
    return warnings;
  }

  private TeamDeclaration known(Actor actor, Permission permission, DeclarationId id) {
    TeamDeclaration row = store.find(id).orElseThrow(TeamDeclarations::unknown);
    access.require(actor, permission, row.team(), TeamDeclarations::unknown);
    return row;
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "updates.declaration_not_found", "There is no such declaration; list the declarations.");
  }

  private void require(Actor actor, Permission permission, Optional<TeamId> team) {
    if (team.isEmpty()) {
      access.require(actor, permission, team);
      return;
    }
    access.require(actor, permission, team, TeamDeclarations::unknownTeam);
    teams.find(team.get()).orElseThrow(TeamDeclarations::unknownTeam);
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  private ActivityDraft activity(
      Actor actor, String type, Optional<TeamId> team, Declaration declaration) {
    ActivityDraft draft =
        ActivityDraft.of(actor, type)
            .with("declaration_identifier", declaration.identifier())
            .with("declaration_type", declaration.type());
    return team.map(
            id ->
                draft
                    .with("team_id", id.value())
                    .with("team_name", teams.find(id).map(Team::name).orElse("")))
        .orElse(draft);
  }
}
