package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.itests.contract.RoleMatrix.Verdict;
import io.pomona.organization.RoleAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every operation of the contract has its row, and the code decides as the row says: for every role
 * everywhere and in a team, on rows of the caller's team, of another and of none.
 */
public class RoleMatrixTest {
  private static final TeamId OWN = new TeamId(1);
  private static final List<Optional<TeamId>> TEAMS =
      List.of(Optional.of(OWN), Optional.of(new TeamId(2)), Optional.empty());

  private final Access access = new RoleAccess();
  private final RoleMatrix matrix = RoleMatrix.read();
  private final Map<Operation, String> operations = OpenApi.read().operations();

  @Test
  public void everyOperationHasItsRow() {
    assertEquals(operations.keySet(), matrix.rows().keySet());
  }

  @Test
  public void everyRoleHasItsColumns() {
    List<String> roles = Arrays.stream(Role.values()).map(Role::label).sorted().toList();
    List<String> wanted = new ArrayList<>(roles);
    roles.forEach(role -> wanted.add(RoleMatrix.IN_A_TEAM + role));
    assertEquals(
        Stream.concat(Stream.of(RoleMatrix.NOBODY), wanted.stream()).sorted().toList(),
        matrix.roles().stream().sorted().toList());
  }

  @Test
  public void theCodeDecidesAsTheTableSays() {
    operations.forEach(
        (operation, permission) ->
            assertEquals(
                operation.toString(), decisions(permission), matrix.rows().get(operation)));
  }

  private Map<String, Verdict> decisions(String permission) {
    Map<String, Verdict> row = new LinkedHashMap<>();
    for (String role : matrix.roles()) {
      if (permission.equals(CodeOperations.ANYBODY)) {
        row.put(role, Verdict.ALLOW);
      } else if (role.equals(RoleMatrix.NOBODY)) {
        row.put(role, Verdict.DENY);
      } else {
        row.put(role, verdict(actor(role), Permission.valueOf(permission)));
      }
    }
    return row;
  }

  private static Actor actor(String label) {
    boolean inTeam = label.startsWith(RoleMatrix.IN_A_TEAM);
    Role role = Role.valueOf(label.replace(RoleMatrix.IN_A_TEAM, "").toUpperCase(Locale.ROOT));
    return new Actor(
        Optional.empty(),
        label,
        "",
        inTeam ? Set.of() : Set.of(role),
        inTeam ? Map.of(OWN, role) : Map.of());
  }

  private Verdict verdict(Actor actor, Permission permission) {
    List<Boolean> may = TEAMS.stream().map(team -> may(actor, permission, team)).toList();
    Verdict verdict =
        may.equals(List.of(true, true, true))
            ? Verdict.ALLOW
            : may.equals(List.of(true, false, false)) ? Verdict.OWN : Verdict.DENY;
    String where = actor.name() + " " + permission;
    assertEquals(where, verdict.opens(), may.contains(true));
    assertEquals(where + " at the door", verdict.opens(), access.mayAnywhere(actor, permission));
    return verdict;
  }

  /** Both ways of asking must agree, and the scope of lists with them where rows have teams. */
  private boolean may(Actor actor, Permission permission, Optional<TeamId> team) {
    boolean may = passes(() -> access.require(actor, permission, team));
    assertEquals(
        may,
        passes(
            () ->
                access.require(
                    actor,
                    permission,
                    team,
                    () -> MdmException.notFound("test.unknown", "Unknown."))));
    boolean listed = access.scope(actor, permission).includes(team);
    boolean ofNoTeam =
        permission == Permission.USE_OWN_ACCOUNT || permission == Permission.VIEW_CONFIG;
    assertEquals(actor.name() + " " + permission, may, listed || ofNoTeam && may);
    return may;
  }

  private static boolean passes(Runnable question) {
    try {
      question.run();
      return true;
    } catch (MdmException e) {
      return false;
    }
  }
}
