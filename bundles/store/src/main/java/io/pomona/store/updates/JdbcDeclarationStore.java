package io.pomona.store.updates;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationKind;
import io.pomona.store.Persistence;
import io.pomona.store.SealedPlists;
import io.pomona.store.SealedPlists.Kind;
import io.pomona.store.organization.Activities;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: single rows, and marks on thousands of hosts in the same transaction. */
@Component
public final class JdbcDeclarationStore implements DeclarationStore {
  private final Transactions transactions;
  private final SealedPlists plists;

  @Activate
  public JdbcDeclarationStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.plists = persistence.plists();
  }

  @Override
  public TeamDeclaration add(
      Optional<TeamId> team, Declaration declaration, Instant now, ActivityDraft activity) {
    return transactions.sql(
        sql -> {
          TeamRows.hold(sql, team);
          requireRoom(sql, TeamRows.number(team));
          long id = next(sql);
          sql.update(
              "INSERT INTO updates_declaration (id, team_id, identifier, declaration_type, payload,"
                  + " created_at, updated_at, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              id,
              TeamRows.number(team),
              declaration.identifier(),
              declaration.type(),
              sealed(declaration),
              now,
              now,
              id);
          Activities.write(sql, activity, now);
          DueHosts.markTeam(sql, TeamRows.number(team), now);
          return required(sql, new DeclarationId(id));
        },
        JdbcDeclarationStore::taken);
  }

  private static long next(Sql sql) {
    return sql.number(sql.dialect().nextValue("updates_declaration_seq"));
  }

  private static void requireRoom(Sql sql, long team) {
    if (sql.number("SELECT COUNT(*) AS n FROM updates_declaration WHERE team_id = ?", team)
        >= MOST) {
      throw MdmException.conflict(
          "updates.too_many_declarations",
          "There are " + MOST + " declarations already; delete some that are not needed.");
    }
  }

  private static MdmException taken(String constraint) {
    return MdmException.conflict(
        "updates.identifier_taken",
        "There is a declaration with this identifier already; change that one or choose another.");
  }

  private byte[] sealed(Declaration declaration) {
    return plists.seal(Kind.DECLARATION, declaration.payload().getBytes(StandardCharsets.UTF_8));
  }

  private TeamDeclaration read(Row row) throws SQLException {
    String type = row.text("declaration_type");
    return new TeamDeclaration(
        new DeclarationId(row.number("id")),
        Optional.of(row.number("team_id")).filter(id -> id > 0).map(TeamId::new),
        new Declaration(
            row.text("identifier"),
            type,
            DeclarationKind.ofType(type).orElseThrow(),
            new String(
                plists.open(Kind.DECLARATION, row.bytes("payload")), StandardCharsets.UTF_8)),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("revision"));
  }

  private Optional<TeamDeclaration> find(Sql sql, DeclarationId id) {
    return sql.first("SELECT * FROM updates_declaration WHERE id = ?", this::read, id.value());
  }

  private TeamDeclaration required(Sql sql, DeclarationId id) {
    return find(sql, id)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "updates.declaration_not_found",
                    "There is no such declaration; list the declarations."));
  }

  @Override
  public Optional<TeamDeclaration> find(DeclarationId id) {
    return transactions.read(sql -> find(sql, id));
  }

  @Override
  public Optional<TeamDeclaration> find(Optional<TeamId> team, String identifier) {
    return transactions.read(
        sql ->
            sql.first(
                "SELECT * FROM updates_declaration WHERE team_id = ? AND identifier = ?",
                this::read,
                TeamRows.number(team),
                identifier));
  }

  @Override
  public List<Long> revisions(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT revision FROM updates_declaration WHERE team_id = ? ORDER BY revision",
                row -> row.number("revision"),
                TeamRows.number(team)));
  }

  @Override
  public List<TeamDeclaration> list(Optional<TeamId> team) {
    return transactions.read(
        sql ->
            sql.query(
                "SELECT * FROM updates_declaration WHERE team_id = ? ORDER BY identifier",
                this::read,
                TeamRows.number(team)));
  }

  @Override
  public TeamDeclaration change(
      DeclarationId id, Declaration declaration, Instant now, ActivityDraft activity) {
    return transactions.sql(
        sql -> {
          TeamDeclaration before = required(sql, id);
          sql.update(
              "UPDATE updates_declaration SET identifier = ?, declaration_type = ?, payload = ?,"
                  + " updated_at = ?, revision = ? WHERE id = ?",
              declaration.identifier(),
              declaration.type(),
              sealed(declaration),
              now,
              next(sql),
              id.value());
          Activities.write(sql, activity, now);
          DueHosts.markTeam(sql, TeamRows.number(before.team()), now);
          return required(sql, id);
        },
        JdbcDeclarationStore::taken);
  }

  @Override
  public void delete(DeclarationId id, Instant now, ActivityDraft activity) {
    transactions.sql(
        sql -> {
          TeamDeclaration before = required(sql, id);
          sql.update("DELETE FROM updates_declaration WHERE id = ?", id.value());
          Activities.write(sql, activity, now);
          DueHosts.markTeam(sql, TeamRows.number(before.team()), now);
          return null;
        });
  }
}
