package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.TeamId;
import io.pomona.itests.contract.RoleMatrix.Verdict;
import io.pomona.itests.contract.TeamCalls.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.Test;

/**
 * Every role calls every operation on what belongs to a team, and names what is in its own team, in
 * another and in none: what is foreign is told apart from what does not exist by nothing.
 */
public class ForeignIdsTest {
  private static final String FINE = "fine";
  private static final String FORBIDDEN = "FORBIDDEN";

  private final RoleMatrix matrix = RoleMatrix.read();
  private final List<String> wrong = new ArrayList<>();

  /** A new operation on something that belongs to a team needs its call. */
  @Test
  public void everyOperationOnATeamsRowsIsCalled() {
    Set<Operation> ofTeams = new HashSet<>();
    matrix
        .rows()
        .forEach(
            (operation, row) -> {
              if (row.containsValue(Verdict.OWN)) {
                ofTeams.add(operation);
              }
            });
    Set<Operation> called = new HashSet<>(TeamCalls.ofRows().keySet());
    called.addAll(TeamCalls.ofTeams().keySet());
    called.addAll(TeamCalls.ofLists().keySet());
    called.addAll(TeamCalls.ofNoTeam().keySet());
    assertEquals(ofTeams, called);
  }

  @Test
  public void foreignRowsDoNotExist() {
    everyRole(
        TeamCalls.ofRows(),
        (role, call) -> {
          String unknown = unknown(role, call);
          expect(FINE, role, call, scene -> scene.own);
          expect(inTeam(role) ? unknown : FINE, role, call, scene -> scene.other);
          expect(inTeam(role) ? unknown : FINE, role, call, scene -> scene.none);
          return null;
        });
  }

  /** That there are things of no team is no secret; a team of number 0 does not exist. */
  @Test
  public void foreignTeamsDoNotExist() {
    everyRole(
        TeamCalls.ofTeams(),
        (role, call) -> {
          String unknown = unknown(role, call);
          expect(FINE, role, call, scene -> scene.own);
          expect(inTeam(role) ? unknown : FINE, role, call, scene -> scene.other);
          if (inTeam(role)) {
            String none = outcome(role, call, scene -> scene.none);
            if (!none.equals(unknown) && !none.startsWith(FORBIDDEN)) {
              wrong.add(role + " " + call + ": " + none);
            }
          }
          return null;
        });
  }

  @Test
  public void whatIsOfNoTeamIsNotForARoleInOne() {
    everyRole(
        TeamCalls.ofNoTeam(),
        (role, call) -> {
          String outcome = outcome(role, call, scene -> scene.none);
          if (!outcome.startsWith(inTeam(role) ? FORBIDDEN : FINE)) {
            wrong.add(role + " " + call + ": " + outcome);
          }
          return null;
        });
  }

  @Test
  public void listsShowWhatIsOnesOwn() {
    Map<Operation, Call> lists = TeamCalls.ofLists();
    lists.forEach(
        (operation, list) ->
            matrix
                .rows()
                .get(operation)
                .forEach(
                    (role, verdict) -> {
                      if (verdict.opens()) {
                        TeamScene scene = new TeamScene();
                        int all = operation.path().equals("/teams") ? 2 : 3;
                        assertEquals(
                            role + " " + operation,
                            inTeam(role) ? 1 : all,
                            list.of(scene, actor(scene, role), scene.own));
                      }
                    }));
  }

  private record Named(Operation operation, Call call) {
    @Override
    public String toString() {
      return operation.toString();
    }
  }

  private void everyRole(Map<Operation, Call> calls, BiFunction<String, Named, Void> check) {
    calls.forEach(
        (operation, call) ->
            matrix
                .rows()
                .get(operation)
                .forEach(
                    (role, verdict) -> {
                      if (verdict.opens()) {
                        check.apply(role, new Named(operation, call));
                      }
                    }));
    assertEquals(List.of(), wrong);
  }

  private String unknown(String role, Named call) {
    String outcome = outcome(role, call, scene -> Place.NOWHERE);
    if (inTeam(role) && !outcome.startsWith("NOT_FOUND")) {
      wrong.add(role + " " + call + ": " + outcome + " for what does not exist");
    }
    return outcome;
  }

  private interface Choice {
    Place of(TeamScene scene);
  }

  private void expect(String wanted, String role, Named call, Choice choice) {
    String outcome = outcome(role, call, choice);
    if (!outcome.equals(wanted)) {
      wrong.add(role + " " + call + ": " + outcome + " instead of " + wanted);
    }
  }

  /** Refusals that have other reasons than who asks are fine. */
  private static String outcome(String role, Named call, Choice choice) {
    TeamScene scene = new TeamScene();
    try {
      call.call().of(scene, actor(scene, role), choice.of(scene));
      return FINE;
    } catch (MdmException e) {
      return switch (e.kind()) {
        case FORBIDDEN, NOT_FOUND -> e.kind() + " " + e.code() + ": " + e.getMessage();
        default -> FINE;
      };
    }
  }

  private static boolean inTeam(String role) {
    return role.startsWith(RoleMatrix.IN_A_TEAM);
  }

  private static Actor actor(TeamScene scene, String label) {
    Role role = Role.valueOf(label.replace(RoleMatrix.IN_A_TEAM, "").toUpperCase(Locale.ROOT));
    Map<TeamId, Role> teams = inTeam(label) ? Map.of(scene.ownTeam, role) : Map.of();
    return new Actor(Optional.empty(), label, "", inTeam(label) ? Set.of() : Set.of(role), teams);
  }
}
