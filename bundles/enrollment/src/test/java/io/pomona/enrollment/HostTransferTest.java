package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.enrollment.rest.TransferResource;
import io.pomona.enrollment.rest.TransferResource.FilteredTransferRequest;
import io.pomona.enrollment.rest.TransferResource.Filters;
import io.pomona.enrollment.rest.TransferResource.TransferRequest;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class HostTransferTest {
  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final HostTransfer transfer = transfer(FakeAccess.allowingAll());
  private final TransferResource resource =
      new TransferResource(
          transfer,
          new HostStandings(stores.hostEncryptions(), stores.hostLocks(), stores.hostProfiles()));
  private final HostId one = mac(1);
  private final HostId two = mac(2);
  private final TeamId desks = team("Desks");

  private HostTransfer transfer(FakeAccess access) {
    return new HostTransfer(stores.hosts(), stores.teams(), access, new SettableClock());
  }

  private HostId mac(int number) {
    return Fixtures.enrolledMac(stores, number, SettableClock.START).host();
  }

  private TeamId team(String name) {
    return stores
        .teams()
        .create(new NewTeam(name, ""), SettableClock.START, t -> Fixtures.activity("created_team"))
        .id();
  }

  private List<HostId> of(Optional<TeamId> team) {
    HostFilter filter = HostFilter.all().within(TeamScope.of(team));
    return stores.hosts().list(filter, PageRequest.first(9)).stream().map(Host::id).toList();
  }

  private Activity latest() {
    return stores.activities().newest(PageRequest.first(1)).get(0);
  }

  @Test
  public void hostsMoveByNumber() {
    resource.transfer(
        Fixtures.ADMIN, new TransferRequest(desks.value(), List.of(one.value(), two.value())));
    assertEquals(List.of(one, two), of(Optional.of(desks)));
    assertEquals("transferred_hosts", latest().type());
    assertEquals("Desks", latest().details().get("team_name"));
    assertEquals(List.of("Mac 1", "Mac 2"), latest().details().get("host_display_names"));
    resource.transfer(Fixtures.ADMIN, new TransferRequest(null, List.of(two.value())));
    assertEquals(List.of(two), of(Optional.empty()));
    assertEquals(List.of(two.value()), latest().details().get("host_ids"));
    assertEquals(null, latest().details().get("team_id"));
  }

  /** Who was there already has not moved, whatever the request says. */
  @Test
  public void onlyWhoHasMovedIsToldAndFromWhere() {
    TeamId labs = team("Labs");
    transfer.move(Fixtures.ADMIN, List.of(one), Optional.of(desks));
    transfer.move(Fixtures.ADMIN, List.of(two), Optional.of(labs));
    assertEquals(1, transfer.move(Fixtures.ADMIN, List.of(one, two), Optional.of(labs)));
    assertEquals(
        Map.of(
            "team_id", labs.value(),
            "team_name", "Labs",
            "previous_team_id", desks.value(),
            "previous_team_name", "Desks",
            "host_ids", List.of(one.value()),
            "host_display_names", List.of("Mac 1")),
        latest().details());
    long before = latest().id();
    assertEquals(0, transfer.move(Fixtures.ADMIN, List.of(one, two), Optional.of(labs)));
    assertEquals(before, latest().id());
  }

  @Test
  public void whereOneIsUnknownNoneMoves() {
    for (Long unknown : new Long[] {987654L, 0L, -1L}) {
      MdmException refused =
          assertThrows(
              MdmException.class,
              () ->
                  resource.transfer(
                      Fixtures.ADMIN,
                      new TransferRequest(desks.value(), List.of(one.value(), unknown))));
      assertEquals("enrollment.host_not_found", refused.code());
    }
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                resource.transfer(
                    Fixtures.ADMIN, new TransferRequest(987654L, List.of(one.value()))));
    assertEquals("organization.team_not_found", refused.code());
    assertEquals(List.of(one, two), of(Optional.empty()));
  }

  @Test
  public void hostsMoveByWhatTheyAre() {
    filtered(Filters.of("mac 2", null));
    assertEquals(List.of(two), of(Optional.of(desks)));
    filtered(seen("mia"));
    assertEquals(List.of(one), of(Optional.empty()));
    filtered(seen("new"));
    assertEquals(List.of(one, two), of(Optional.of(desks)));
  }

  @Test
  public void hostsMoveByAFilterOfTheList() {
    filtered(new Filters(null, null, null, null, "unenrolled", null, null, null, null, null));
    filtered(new Filters(null, null, null, null, null, "failed", null, null, null, null));
    // Never true at once, which is not the same as everything.
    filtered(new Filters(null, null, null, null, "manual", null, null, null, null, "none"));
    assertEquals(List.of(), of(Optional.of(desks)));
    filtered(new Filters(null, null, null, null, "manual", null, null, null, null, null));
    assertEquals(List.of(one, two), of(Optional.of(desks)));
  }

  private static Filters seen(String status) {
    return new Filters(null, status, null, 0L, null, null, null, null, null, null);
  }

  private void filtered(Filters filters) {
    resource.transferAll(Fixtures.ADMIN, new FilteredTransferRequest(desks.value(), filters));
  }

  @Test
  public void whatCannotBeFilteredByMovesNothing() {
    for (Filters filters :
        new Filters[] {
          null,
          new Filters(null, null, 3L, null, null, null, null, null, null, null),
          seen("asleep")
        }) {
      MdmException refused = assertThrows(MdmException.class, () -> filtered(filters));
      assertEquals(MdmException.Kind.INVALID, refused.kind());
    }
    assertEquals(List.of(), of(Optional.of(desks)));
  }

  @Test
  public void itIsPermittedForTheWholeOrganization() {
    FakeAccess access = FakeAccess.allowing(Permission.EDIT_HOSTS);
    assertThrows(
        MdmException.class,
        () -> transfer(access).move(Fixtures.ADMIN, List.of(one), Optional.of(desks)));
    assertEquals(
        List.of(new FakeAccess.Asked(Permission.TRANSFER_HOSTS, Optional.empty())), access.asked());
  }
}
