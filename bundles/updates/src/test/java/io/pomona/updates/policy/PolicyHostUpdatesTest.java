package io.pomona.updates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What is said of Macs of all ages. */
public class PolicyHostUpdatesTest {
  private static final HostId ID = new HostId(1);
  private static final LocalDate DAY = LocalDate.ofInstant(SettableClock.START, ZoneId.of("UTC"));

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final PolicyHostUpdates updates =
      new PolicyHostUpdates(
          stores.updatePolicies(),
          stores.nudgePackages(),
          stores.nudgeInstalls(),
          stores.hosts(),
          clock);

  private void require(String version) {
    stores
        .updatePolicies()
        .put(
            Optional.empty(),
            Optional.of(
                new UpdatePolicy(
                    version, DAY.plusDays(7), LocalTime.of(20, 0), ZoneId.of("Europe/Berlin"))),
            Fixtures.activity("edited_macos_min_version"),
            clock.instant());
  }

  private static Host mac(String version, MdmStatus mdm) {
    return new Host(
        ID,
        Optional.of("udid"),
        new MacFacts("C02", "Mac", "Mac15,6", "MacBook Pro", version, ""),
        Optional.empty(),
        mdm,
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private HostUpdate of(String version) {
    return updates.of(List.of(mac(version, MdmStatus.ON_MANUAL))).get(ID);
  }

  private void assertState(State state, Way way, String version) {
    assertEquals(version, state, of(version).state());
    assertEquals(version, way, of(version).way());
  }

  private void upload() {
    stores
        .nudgePackages()
        .put(
            new NudgePackage("n.pkg", new LargeFileId(1), 1, "a", List.of("a"), Instant.EPOCH),
            List.of());
  }

  @Test
  public void whereNothingIsRequiredNothingIsSaid() {
    assertState(State.NONE, Way.NONE, "13.1");
    assertEquals(Optional.empty(), of("13.1").requiredVersion());
  }

  @Test
  public void macsAreComparedByTheirVersion() {
    require("14.6.1");
    upload();
    assertState(State.UP_TO_DATE, Way.NONE, "14.6.1");
    assertState(State.UP_TO_DATE, Way.NONE, "15");
    assertState(State.PENDING, Way.DECLARATION, "14.6");
    assertState(State.PENDING, Way.DECLARATION, "14");
    assertState(State.PENDING, Way.NUDGE, "13.9.9");
    assertState(State.PENDING, Way.NUDGE, "12.0");
    assertState(State.UNSUPPORTED, Way.NONE, "11.7");
    assertState(State.UNKNOWN, Way.NONE, "");
    assertTrue(of("11.7").detail(), of("11.7").detail().contains("by hand"));
    clock.advance(Duration.ofDays(8));
    assertState(State.OVERDUE, Way.NUDGE, "13.1");
    assertState(State.OVERDUE, Way.DECLARATION, "14.1");
  }

  @Test
  public void theDeadlineIsAnInstantAndATimeOnTheWall() {
    require("14.6.1");
    HostUpdate update = of("13.1");
    assertEquals(
        Optional.of(LocalDateTime.of(DAY.plusDays(7), LocalTime.of(20, 0))),
        update.localDeadline());
    assertEquals(
        update.localDeadline().map(at -> at.atZone(ZoneId.of("Europe/Berlin")).toInstant()),
        update.deadline());
  }

  @Test
  public void withoutAPackageItIsSaidWhatIsMissing() {
    require("14.6.1");
    assertState(State.PENDING, Way.NONE, "13.1");
    assertTrue(of("13.1").detail(), of("13.1").detail().contains("nudge_package"));
  }

  @Test
  public void ofWhoseMdmIsOffNothingIsKnown() {
    require("14.6.1");
    for (String version : List.of("11.7", "13.1", "14.1", "15.1")) {
      HostUpdate update = updates.of(List.of(mac(version, MdmStatus.OFF))).get(ID);
      assertEquals(State.UNKNOWN, update.state());
      assertEquals(Way.NONE, update.way());
      assertTrue(update.detail(), update.detail().contains("MDM is off"));
    }
  }

  @Test
  public void macsAreFoundByWhatTheyRun() {
    Fixtures.enrolledMac(stores, 1, clock.instant());
    require("15.6");
    Map<Optional<TeamId>, Set<String>> pending = Map.of(Optional.empty(), Set.of("15.5"));
    assertEquals(pending, updates.versions(State.PENDING).byTeam());
    assertEquals(Map.of(Optional.empty(), Set.of()), updates.versions(State.UP_TO_DATE).byTeam());
    assertEquals(new TeamVersions(pending, true), updates.versions(State.FAILED));
    assertThrows(MdmException.class, () -> updates.versions(State.NONE));
  }

  @Test
  public void whoIsNotSupervisedIsNotToldByADeclaration() {
    EnrolledMac enrolled = Fixtures.enrolledMac(stores, 1, clock.instant());
    HostInventory said =
        new HostInventory(
            Optional.of(PlistDict.of().with("IsSupervised", false)), Optional.empty());
    stores.hosts().report(enrolled.channel(), Optional.empty(), said, clock.instant());
    require("15.6");
    Host mac = stores.hosts().find(enrolled.host()).orElseThrow();
    HostUpdate update = updates.of(List.of(mac)).get(mac.id());
    assertEquals(State.PENDING, update.state());
    assertEquals(Way.NONE, update.way());
    assertTrue(update.detail(), update.detail().contains("not supervised"));
  }

  @Test
  public void whatAMacReportsIsBelieved() {
    require("14.6.1");
    updates.ask(
        hosts ->
            Map.of(
                ID,
                new ReportedUpdate(
                    Optional.of("failed"),
                    Optional.of("14.6.1"),
                    Optional.of("no space"),
                    Optional.empty(),
                    Instant.EPOCH)));
    assertState(State.FAILED, Way.DECLARATION, "14.1");
    assertEquals("The Mac reports failed macOS 14.6.1: no space.", of("14.1").detail());
  }
}
