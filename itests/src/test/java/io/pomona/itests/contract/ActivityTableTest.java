package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityType;
import io.pomona.api.organization.Actor;
import io.pomona.itests.contract.TeamCalls.Call;
import io.pomona.testkit.Fixtures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * Every operation that changes something or gives files and answers of Macs away, and every command
 * of the shell, has its row in the table of activities, and writes what the row says: with the team
 * of what it changes, where it has one.
 */
public class ActivityTableTest {
  private final Map<String, Set<String>> table = ActivityTable.read();

  @Test
  public void everyChangeAndEveryViewOfContentHasItsRow() throws IOException {
    Set<String> wanted =
        OpenApi.read().operations().keySet().stream()
            .filter(operation -> !operation.method().equals("GET"))
            .map(Operation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    OpenApi.read().givingContent().forEach(operation -> wanted.add(operation.toString()));
    ShellCompletionTest.names().forEach(name -> wanted.add("mdm:" + name));
    assertEquals(wanted, new TreeSet<>(table.keySet()));
  }

  @Test
  public void theRowsNameDeclaredTypes() {
    Set<String> unknown = new TreeSet<>();
    table.values().forEach(unknown::addAll);
    unknown.removeIf(type -> ActivityType.find(type).isPresent());
    assertEquals(Set.of(), unknown);
  }

  /** Whoever reads writes nothing, unless its row says so. */
  @Test
  public void eachIsToldAsItsRowSays() {
    Map<String, Object> wrong = new TreeMap<>();
    Set<String> refused = new TreeSet<>();
    calls()
        .forEach(
            (operation, call) -> {
              Set<String> row = table.getOrDefault(operation.toString(), Set.of());
              TeamScene scene = new TeamScene();
              try {
                List<Activity> told = told(scene, call);
                if (!fits(row, told) || !told.stream().allMatch(one -> isOf(scene, one))) {
                  wrong.put(operation.toString(), told);
                }
              } catch (MdmException e) {
                refused.add(operation.toString());
              }
            });
    assertEquals(Map.of(), wrong);
    assertEquals("a Mac that is enrolled stays", Set.of("DELETE /hosts/{id}"), refused);
  }

  private static Map<Operation, Call> calls() {
    Map<Operation, Call> calls = new LinkedHashMap<>(TeamCalls.ofRows());
    calls.putAll(TeamCalls.ofTeams());
    calls.putAll(TeamCalls.ofOrganization());
    assertTrue(calls.size() > 40);
    return calls;
  }

  /** What the caller did; what a call finds there was made by nobody. */
  private static List<Activity> told(TeamScene scene, Call call) {
    long before = scene.stores.activities().newest(PageRequest.first(1)).get(0).id();
    call.of(scene, Fixtures.ADMIN, scene.own);
    return scene.stores.activities().newest(PageRequest.first(100)).stream()
        .filter(activity -> activity.id() > before)
        .filter(activity -> !activity.actorName().equals(Actor.system().name()))
        .toList();
  }

  private static boolean fits(Set<String> row, List<Activity> told) {
    Set<String> types = told.stream().map(Activity::type).collect(Collectors.toSet());
    return row.isEmpty() == types.isEmpty() && row.containsAll(types);
  }

  /** What is of a team says so, by number and name; a team that was made is none of the scene. */
  private static boolean isOf(TeamScene scene, Activity activity) {
    Set<String> details = activity.details().keySet();
    if (details.stream().noneMatch(Set.of("team_id", "host_id")::contains)) {
      return true;
    }
    boolean made = activity.type().equals("created_team");
    return details.contains("team_name") && (made || activity.teams().contains(scene.ownTeam));
  }
}
