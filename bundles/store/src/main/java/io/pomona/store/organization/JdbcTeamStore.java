package io.pomona.store.organization;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.HostMove;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.organization.User;
import io.pomona.store.Persistence;
import io.pomona.store.abm.SetupRows;
import io.pomona.store.enrollment.HostRows;
import io.pomona.store.enrollment.Moves;
import io.pomona.store.escrow.JdbcDiskEncryptionStore;
import io.pomona.store.sql.Sql;
import io.pomona.store.sql.Transactions;
import io.pomona.store.sql.Work;
import io.pomona.store.updates.UpdateRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Native SQL: teams are counted with what hangs on them, and deleted with it. */
@Component
public final class JdbcTeamStore implements TeamStore {
  private final Transactions transactions;
  private final Moves moves;

  @Activate
  public JdbcTeamStore(@Reference Persistence persistence) {
    this.transactions = persistence.transactions();
    this.moves = new Moves(new HostRows(persistence.seen()));
  }

  @Override
  public Team create(NewTeam team, Instant now, Function<Team, ActivityDraft> activity) {
    return transactions.sql(
        sql -> {
          long id = sql.number(sql.dialect().nextValue("organization_team_seq"));
          Object[] said = TeamRows.said(team);
          sql.update(
              "INSERT INTO organization_team (id, name, name_key, description, created_at)"
                  + " VALUES (?, ?, ?, ?, ?)",
              id,
              said[0],
              said[1],
              said[2],
              now);
          Team made = required(sql, new TeamId(id));
          Activities.write(sql, activity.apply(made), now);
          return made;
        },
        JdbcTeamStore::taken);
  }

  private static MdmException taken(String constraint) {
    return MdmException.conflict(
        "organization.team_name_taken", "There is a team with this name already.");
  }

  private static Team required(Sql sql, TeamId id) {
    return find(sql, id).orElseThrow(TeamRows::unknown);
  }

  private static Optional<Team> find(Sql sql, TeamId id) {
    return sql.first(TeamRows.SELECT + " WHERE t.id = ?", TeamRows::read, id.value());
  }

  @Override
  public Optional<Team> find(TeamId id) {
    return transactions.read(sql -> find(sql, id));
  }

  @Override
  public Optional<Team> named(String name) {
    return transactions.read(
        sql ->
            sql.first(
                TeamRows.SELECT + " WHERE t.name_key = ?", TeamRows::read, TeamRows.key(name)));
  }

  @Override
  public List<Team> list(String query, TeamScope scope, PageRequest page) {
    StringBuilder text = new StringBuilder(TeamRows.SELECT).append(" WHERE t.id > ?");
    List<Object> values = new ArrayList<>(List.of(page.after()));
    if (!query.isEmpty()) {
      text.append(" AND POSITION(CAST(? AS VARCHAR) IN t.name_key) > 0");
      values.add(TeamRows.key(query));
    }
    if (!scope.all()) {
      text.append(" AND t.id = ANY(?)");
      values.add(TeamRows.numbers(scope));
    }
    values.add(page.limit());
    values.add(page.offset());
    String all = text.append(" ORDER BY t.id LIMIT ? OFFSET ?").toString();
    return transactions.read(sql -> sql.query(all, TeamRows::read, values.toArray()));
  }

  @Override
  public Map<TeamId, String> names() {
    Map<TeamId, String> names = new LinkedHashMap<>();
    transactions.read(
        sql ->
            sql.query(
                "SELECT id, name FROM organization_team ORDER BY id",
                row -> names.put(new TeamId(row.number("id")), row.text("name"))));
    return names;
  }

  @Override
  public Team change(
      TeamId id,
      Function<Team, NewTeam> wanted,
      Instant now,
      BiFunction<Team, Team, List<ActivityDraft>> activities) {
    return transactions.sql(
        sql -> {
          TeamRows.lock(sql, id, "FOR UPDATE");
          Team before = required(sql, id);
          Object[] said = TeamRows.said(wanted.apply(before));
          sql.update(
              "UPDATE organization_team SET name = ?, name_key = ?, description = ? WHERE id = ?",
              said[0],
              said[1],
              said[2],
              id.value());
          Team changed = required(sql, id);
          Activities.write(sql, activities.apply(before, changed), now);
          return changed;
        },
        JdbcTeamStore::taken);
  }

  @Override
  public int moveOut(
      TeamId id, int limit, Instant now, Function<HostMove, ActivityDraft> activity) {
    return transactions.sql(sql -> moves.outOf(sql, id, limit, now, activity));
  }

  private static List<User> members(Work work, TeamId id) {
    return TeamRoles.lockedUsers(work.unflushed(), id).stream()
        .flatMap(user -> work.find(UserEntity.class, user).stream())
        .map(user -> user.toUser(work.unflushed()))
        .toList();
  }

  /** The roles go with the row, by the foreign key. */
  @Override
  public void delete(
      TeamId id,
      Instant now,
      Function<HostMove, ActivityDraft> moved,
      BiFunction<Team, List<User>, List<ActivityDraft>> deleted) {
    transactions.in(
        work -> {
          Sql sql = work.sql();
          TeamRows.lock(sql, id, "FOR UPDATE");
          List<ActivityDraft> told = deleted.apply(required(sql, id), members(work, id));
          moves.outOf(sql, id, Integer.MAX_VALUE, now, moved);
          sql.update("DELETE FROM profiles_profile WHERE team_id = ?", id.value());
          sql.update("DELETE FROM profiles_applied WHERE team_id = ?", id.value());
          sql.update("DELETE FROM profiles_turn WHERE team_id = ?", id.value());
          SetupRows.deleteTeam(sql, id);
          JdbcDiskEncryptionStore.deleteTeam(sql, id);
          sql.update("DELETE FROM updates_declaration WHERE team_id = ?", id.value());
          UpdateRows.deleteTeam(sql, id);
          sql.update(
              "UPDATE abm_token SET default_team_id = 0 WHERE default_team_id = ?", id.value());
          sql.update("DELETE FROM organization_team WHERE id = ?", id.value());
          Activities.write(sql, told, now);
          return null;
        });
  }
}
