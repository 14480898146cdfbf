package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** Names that several Macs have, of which one sees only one's own. */
public class HostDirectoryTest {
  private static final Instant T = SettableClock.START;
  private static final String NAME = "MacBook";

  private final InMemoryStoreSet stores = new InMemoryStoreSet();
  private final TeamId desks =
      stores
          .teams()
          .create(new NewTeam("Desks", ""), T, t -> Fixtures.activity("created_team"))
          .id();
  private final HostId own = mac(1, Optional.of(desks));
  private final HostId foreign = mac(2, Optional.empty());

  private Optional<HostId> found(Access access, String identifier) {
    return new HostDirectory(stores.hosts(), access).find(Fixtures.ADMIN, identifier).map(Host::id);
  }

  @Test
  public void aNumberFindsOnlyWhatOneSees() {
    Access desk = FakeAccess.within(TeamScope.of(Set.of(desks)));
    assertEquals(Optional.of(own), found(desk, NAME));
    assertEquals(Optional.of(own), found(desk, "" + own.value()));
    assertEquals(Optional.empty(), found(desk, "" + foreign.value()));
    assertEquals(Optional.of(foreign), found(FakeAccess.allowingAll(), "" + foreign.value()));
    assertEquals(Optional.empty(), found(FakeAccess.allowingAll(), "0"));
  }

  private HostId mac(int number, Optional<TeamId> team) {
    EnrolledMac mac = Fixtures.enrolledMac(stores, number, T);
    MacFacts facts = Fixtures.facts(number);
    stores
        .hosts()
        .report(
            mac.channel(),
            Optional.of(
                new MacFacts(
                    facts.serialNumber(),
                    NAME,
                    facts.model(),
                    facts.modelName(),
                    facts.osVersion(),
                    facts.buildVersion())),
            new HostInventory(Optional.empty(), Optional.empty()),
            T);
    stores.hosts().transfer(List.of(mac.host()), team, T, move -> move.by(Fixtures.ADMIN));
    return mac.host();
  }

  private HostDirectory directory(Access access) {
    return new HostDirectory(stores.hosts(), access);
  }

  private HostDirectory ofDesks() {
    return directory(FakeAccess.within(TeamScope.of(Set.of(desks))));
  }

  private static HostId find(HostDirectory directory, String name) {
    return directory.require(Fixtures.ADMIN, Permission.VIEW_HOSTS, name).id();
  }

  @Test
  public void aForeignMacOfTheSameNameIsNotInTheWay() {
    assertEquals(own, find(ofDesks(), NAME));
    assertEquals(own, find(ofDesks(), Fixtures.serial(1)));
    assertThrows(MdmException.class, () -> find(ofDesks(), Fixtures.serial(2)));
    assertThrows(MdmException.class, () -> find(directory(FakeAccess.allowingAll()), NAME));
    assertEquals(foreign, find(directory(FakeAccess.allowingAll()), Fixtures.serial(2)));
  }

  @Test
  public void onlyWhatOneSeesIsSuggested() {
    assertEquals(
        List.of(Fixtures.serial(1), Fixtures.udid(1)), ofDesks().suggest(Fixtures.ADMIN, ""));
    assertEquals(List.of(), ofDesks().suggest(Fixtures.ADMIN, Fixtures.serial(2)));
    assertEquals(4, directory(FakeAccess.allowingAll()).suggest(Fixtures.ADMIN, "").size());
    assertEquals(List.of(), directory(FakeAccess.denyingAll()).suggest(Fixtures.ADMIN, ""));
  }

  @Test
  public void whoSeesNoHostsButMayMoveThemNamesThemAsWell() {
    HostDirectory gitops = directory(FakeAccess.allowing(Permission.TRANSFER_HOSTS));
    assertEquals(
        own, gitops.require(Fixtures.ADMIN, Permission.TRANSFER_HOSTS, Fixtures.serial(1)).id());
    MdmException refused = assertThrows(MdmException.class, () -> find(gitops, "nobody"));
    assertEquals(MdmException.Kind.FORBIDDEN, refused.kind());
  }
}
