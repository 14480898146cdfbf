package io.pomona.updates.schedule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Permission;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import io.pomona.updates.schedule.OsUpdates.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class OsUpdatesTest {
  private static final PlistDict VENTURA =
      PlistDict.builder()
          .put("ProductKey", "MSU_1")
          .put("Version", "13.6")
          .put("Build", "22G120")
          .put("HumanReadableName", "macOS Ventura 13.6")
          .put("DownloadSize", 1_000_000L)
          .put("AllowsInstallLater", true)
          .put("RestartRequired", true)
          .build();

  private final UpdatesWorld world = new UpdatesWorld();

  private static OsUpdateWish wish(String version, String action) {
    return new OsUpdateWish(
        Optional.of(version),
        Optional.empty(),
        Optional.of(action),
        Optional.empty(),
        Optional.empty());
  }

  private Scheduled schedule(String version, String action) {
    return world.updates.schedule(Fixtures.ADMIN, world.host(), wish(version, action));
  }

  private static PlistDict status(String word) {
    return PlistDict.builder()
        .put("ProductKey", "MSU_1")
        .put("Status", word)
        .put("IsDownloaded", false)
        .put("DownloadPercentComplete", 0.25)
        .build();
  }

  @Test
  public void aScanIsFollowedByTheList() {
    world.updates.scan(Fixtures.ADMIN, world.host(), true);
    world.answers("ScheduleOSUpdateScan", "ScanInitiated", true);
    world.answers("AvailableOSUpdates", "AvailableOSUpdates", List.of(VENTURA, "junk"));
    assertEquals(List.of(), world.waiting());
    assertEquals(
        List.of("13.6"),
        OsUpdateProgress.available(world.standing()).stream()
            .map(each -> each.version().orElseThrow())
            .toList());
  }

  @Test
  public void anUpdateIsScheduledAndFollowedUntilTheMacHasIt() {
    Scheduled scheduled = schedule("13.6", "InstallASAP");
    assertEquals(List.of(), scheduled.warnings());
    assertEquals("pending", world.progress().state());
    PlistDict result =
        PlistDict.builder()
            .put("ProductKey", "MSU_1")
            .put("InstallAction", "InstallASAP")
            .put("Status", "Downloading")
            .build();
    world.answers("ScheduleOSUpdate", "UpdateResults", List.of(result));
    assertEquals("scheduled", world.progress().state());
    world.following.ask();
    assertEquals(List.of(), world.waiting());
    world.clock.advance(OsUpdateFollowing.FIRST);
    world.following.ask();
    world.answers("OSUpdateStatus", "OSUpdateStatus", List.of(status("Downloading")));
    assertEquals("downloading", world.progress().state());
    world.following.ask();
    assertEquals("not at once", List.of(), world.waiting());
    world.runs("13.6", PlistDict.of(), PlistDict.of());
    assertEquals("installed", world.progress().state());
    world.clock.advance(Duration.ofHours(1));
    world.following.ask();
    assertEquals(List.of(), world.waiting());
    assertEquals(Optional.empty(), world.standing().askAt());
  }

  @Test
  public void itIsAskedLessAndLessOftenAndNotForEver() {
    schedule("13.6", "InstallLater");
    world.answers("ScheduleOSUpdate", "UpdateResults", List.of());
    int asked = 0;
    for (int minutes = 0; minutes < 14 * 24 * 60; minutes++) {
      world.clock.advance(Duration.ofMinutes(1));
      world.following.ask();
      if (!world.waiting().isEmpty()) {
        asked++;
        world.answers("OSUpdateStatus", "OSUpdateStatus", List.of(status("Idle")));
      }
    }
    assertTrue("" + asked, asked > 30 && asked < 100);
    assertEquals(Optional.empty(), world.standing().askAt());
  }

  @Test
  public void whatTheMacRefusesIsSaidInWords() {
    schedule("13.6", "Default");
    world.refuses("ScheduleOSUpdate", "No such product");
    assertEquals("failed", world.progress().state());
    assertTrue(world.progress().detail(), world.progress().detail().contains("No such product"));
    schedule("13.6", "Default");
    PlistDict error =
        PlistDict.builder()
            .put("ProductKey", "MSU_1")
            .put("InstallAction", "Error")
            .put("Status", "Idle")
            .put(
                "ErrorChain",
                List.of(
                    PlistDict.builder()
                        .put("ErrorDomain", "SUOSUError")
                        .put("ErrorCode", 8)
                        .put("USEnglishDescription", "Not enough space")
                        .build()))
            .build();
    world.answers("ScheduleOSUpdate", "UpdateResults", List.of(error));
    assertEquals("failed", world.progress().state());
    assertTrue(world.progress().detail(), world.progress().detail().contains("Not enough space"));
    assertEquals(Optional.empty(), world.standing().askAt());
  }

  @Test
  public void malformedAndLateAnswersChangeNothing() {
    world.updates.scan(Fixtures.ADMIN, world.host(), false);
    world.answers("ScheduleOSUpdateScan", "Nothing", "of use");
    world.answers("AvailableOSUpdates", "AvailableOSUpdates", "no list");
    world.updates.status(Fixtures.ADMIN, world.host());
    world.answers("OSUpdateStatus", "OSUpdateStatus", 7);
    assertEquals(OsUpdateStanding.NOTHING, world.standing());
    CommandUuid first = schedule("13.6", "Default").command();
    world.next("ScheduleOSUpdate");
    CommandUuid second = schedule("13.6", "InstallASAP").command();
    world.answers(
        first, Reports.acknowledged(world.mac.channel(), first, "UpdateResults", List.of()));
    world.tell(first);
    assertEquals(second, world.standing().order().orElseThrow().command());
    assertEquals("pending", world.progress().state());
  }

  private void assertConflict(String code) {
    MdmException refusal = assertThrows(MdmException.class, () -> schedule("13.6", "Default"));
    assertEquals(MdmException.Kind.CONFLICT, refusal.kind());
    assertEquals(code, refusal.code());
    assertEquals(List.of(), world.waiting());
  }

  @Test
  public void aMacThatIsNotSupervisedIsRefused() {
    world.runs("13.4", PlistDict.of().with("IsSupervised", false), PlistDict.of());
    assertConflict("updates.not_supervised");
    assertThrows(MdmException.class, () -> world.updates.scan(Fixtures.ADMIN, world.host(), false));
    assertThrows(MdmException.class, () -> world.updates.status(Fixtures.ADMIN, world.host()));
  }

  @Test
  public void aMacThatHasLeftIsRefused() {
    world
        .stores
        .enrollments()
        .checkOut(world.mac.channel(), world.clock.instant(), Fixtures.activity("mdm_unenrolled"));
    assertConflict("updates.mdm_off");
  }

  private void required(HostUpdate.State state, HostUpdate.Way way) {
    world.required.put(
        world.mac.host(),
        new HostUpdate(
            Optional.of("13.4"),
            Optional.of("14.6"),
            Optional.empty(),
            Optional.empty(),
            state,
            way,
            ""));
  }

  @Test
  public void whereADeclarationEnforcesAnUpdateItIsRefused() {
    required(HostUpdate.State.PENDING, HostUpdate.Way.DECLARATION);
    assertConflict("updates.declaration_active");
    required(HostUpdate.State.PENDING, HostUpdate.Way.NUDGE);
    schedule("13.6", "Default");
    required(HostUpdate.State.UP_TO_DATE, HostUpdate.Way.DECLARATION);
    schedule("13.6", "Default");
  }

  @Test
  public void whereAnUploadedDeclarationEnforcesAnUpdateItIsRefused() {
    world.runs("14.4", PlistDict.of().with("IsSupervised", true), PlistDict.of());
    Declaration declaration =
        Declaration.of(
            "mine",
            DeclarationTypes.UPDATE_ENFORCEMENT,
            Map.of("TargetOSVersion", "14.5", "TargetLocalDateTime", "2027-01-31T20:00:00"));
    world
        .stores
        .declarations()
        .add(
            Optional.empty(),
            declaration,
            world.clock.instant(),
            Fixtures.activity("created_declaration"));
    assertConflict("updates.declaration_active");
    world.runs("14.5", PlistDict.of().with("IsSupervised", true), PlistDict.of());
    schedule("14.6", "Default");
  }

  private OsUpdateFollowing stumbling(HostId over) {
    return new OsUpdateFollowing(
        new TornOsUpdates(world.stores.osUpdates(), over), world.stores.hosts(), world.clock);
  }

  @Test
  public void oneMacThatCannotBeAskedDoesNotKeepTheOthersWaiting() {
    schedule("13.6", "Default");
    world.answers("ScheduleOSUpdate", "UpdateResults", List.of());
    Instant due = world.clock.instant().plus(OsUpdateFollowing.FIRST);
    assertEquals(Optional.of(due), world.standing().askAt());
    world.clock.advance(OsUpdateFollowing.FIRST);
    stumbling(world.mac.host()).ask();
    assertEquals(List.of(), world.waiting());
    assertTrue(world.standing().askAt().orElseThrow().isAfter(due.plusSeconds(3600)));
    world.clock.advance(Duration.ofHours(6));
    stumbling(new HostId(4711)).ask();
    assertEquals(List.of("OSUpdateStatus"), world.waiting());
  }

  @Test
  public void withoutABootstrapTokenAWarningIsGiven() {
    world.runs(
        "13.4",
        PlistDict.of().with("IsAppleSilicon", true),
        PlistDict.of().with("BootstrapTokenRequiredForSoftwareUpdate", true));
    assertEquals(1, schedule("13.6", "InstallASAP").warnings().size());
    assertEquals(0, schedule("13.6", "DownloadOnly").warnings().size());
    world
        .stores
        .bootstrapTokens()
        .put(world.mac.channel(), Optional.of(new byte[] {1}), 1, world.clock.instant());
    assertEquals(0, schedule("13.6", "InstallASAP").warnings().size());
  }

  @Test
  public void whoSchedulesNeedsToBeAllowedToForThatMac() {
    schedule("13.6", "Default");
    world.updates.known(Fixtures.ADMIN, world.host());
    assertEquals(
        List.of(
            new FakeAccess.Asked(Permission.RUN_COMMANDS, Optional.empty()),
            new FakeAccess.Asked(Permission.VIEW_HOSTS, Optional.empty())),
        world.access.asked());
    assertThrows(
        MdmException.class, () -> world.updates.scan(Fixtures.ADMIN, Optional.empty(), true));
  }
}
