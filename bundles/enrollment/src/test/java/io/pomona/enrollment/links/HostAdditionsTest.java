package io.pomona.enrollment.links;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import io.pomona.testkit.TeamsByName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class HostAdditionsTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final TeamId sales = team("Sales");
  private final TeamId labs = team("Labs");
  private final TeamLookup names = new TeamsByName(stores.teams());

  private TeamId team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), clock.instant(), made -> Fixtures.activity("created_team"))
        .id();
  }

  private HostAdditions additions(TeamScope scope) {
    return new HostAdditions(
        stores.addedHosts(), stores.teams(), names, FakeAccess.within(scope), clock);
  }

  private final HostAdditions everywhere = additions(TeamScope.everywhere());
  private final HostAdditions ofSales = additions(TeamScope.of(Set.of(sales)));

  private static HostLine line(int number, String serial, String team) {
    return new HostLine(number, serial, "", team, "");
  }

  private long count() {
    return stores.hosts().count(new HostFilter("", Set.of()));
  }

  @Test
  public void linesThatNameNoTeamComeIntoTheUsualOne() {
    everywhere.add(
        Fixtures.ADMIN,
        List.of(
            line(1, "C02P000001", ""),
            line(2, "C02P000002", "Sales"),
            line(3, "C02P000003", TeamLookup.NO_TEAM)),
        Optional.of(labs));
    assertEquals(
        List.of(Optional.of(labs), Optional.of(sales), Optional.empty()),
        stores.hosts().list(new HostFilter("", Set.of()), PageRequest.first(9)).stream()
            .map(Host::team)
            .toList());
  }

  @Test
  public void aFileWithAFaultAddsNothingAndNamesEach() {
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                everywhere.add(
                    Fixtures.ADMIN,
                    List.of(
                        line(1, "C02P000001", ""),
                        line(2, "?", ""),
                        line(3, "C02P000003", "Nowhere"),
                        line(4, "c02p000001", "")),
                    Optional.empty()));
    assertEquals(
        List.of("line 2", "line 3", "line 4"),
        refused.fields().stream().map(FieldError::name).toList());
    assertEquals(0, count());
  }

  @Test
  public void nobodyAddsWhereTheyMayNot() {
    List<HostLine> lines = List.of(line(1, "C02P000001", ""));
    assertThrows(MdmException.class, () -> ofSales.add(Fixtures.ADMIN, lines, Optional.of(labs)));
    assertThrows(MdmException.class, () -> ofSales.add(Fixtures.ADMIN, lines, Optional.empty()));
    assertEquals(0, count());
    ofSales.add(Fixtures.ADMIN, lines, Optional.of(sales));
    assertEquals(1, count());
  }

  @Test
  public void aMacOfAnotherTeamIsNotShown() {
    everywhere.add(Fixtures.ADMIN, line(1, "C02P000001", ""), Optional.of(labs));
    HostAdditions.Outcome known =
        ofSales.add(Fixtures.ADMIN, List.of(line(1, "C02P000001", "")), Optional.of(sales)).get(0);
    assertFalse(known.added());
    assertEquals(Optional.empty(), known.host());
    assertThrows(
        MdmException.class,
        () -> ofSales.add(Fixtures.ADMIN, line(1, "C02P000001", ""), Optional.of(sales)));
  }
}
