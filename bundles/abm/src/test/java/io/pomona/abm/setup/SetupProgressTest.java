package io.pomona.abm.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

/** What a Mac waits for in Setup Assistant, and that it never waits for ever. */
public class SetupProgressTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final SettingUp world = new SettingUp();

  private void configured() {
    assertEquals("DeviceConfigured", world.acknowledge());
    assertEquals(SetupStage.ENDED, world.stage());
    assertEquals("", world.polled());
  }

  @Test
  public void aMacWithNothingToWaitForGoesOnAtOnce() {
    world.enroll(true);
    world.sweepAfter(SECOND);
    configured();
    assertEquals(List.of(), world.released());
  }

  @Test
  public void aMacThatDoesNotWaitIsNotReleased() {
    world.enroll(false);
    world.sweepAfter(HOUR);
    assertEquals(Optional.empty(), world.stores.macSetups().find(world.host().id()));
    assertEquals("", world.polled());
  }

  @Test
  public void itWaitsForAccountPackageAndProfiles() {
    world.withPackage();
    world.withProfile("wifi");
    world.settings(true, false);
    world.enroll(true);
    PlistDict account = world.poll().orElseThrow().body().keys();
    assertEquals(Optional.of("Jane Doe"), account.string("PrimaryAccountFullName"));
    assertEquals(Optional.of("jane"), account.string("PrimaryAccountUserName"));
    assertEquals(Optional.of(true), account.bool("LockPrimaryAccountInfo"));
    assertEquals("AccountConfiguration", world.acknowledge());
    PlistDict item =
        world
            .poll()
            .orElseThrow()
            .body()
            .keys()
            .dict("Manifest")
            .orElseThrow()
            .dicts("items")
            .get(0);
    String url = item.dicts("assets").get(0).string("url").orElseThrow();
    assertTrue(url, url.startsWith("https://mdm.example.com/mdm/apple/bootstrap?token="));
    assertEquals("InstallEnterpriseApplication", world.acknowledge());
    assertEquals(SetupStepStatus.PENDING, world.setup().bootstrap().status());
    world.sweepAfter(SECOND);
    world.fetch();
    assertEquals(SetupStepStatus.DONE, world.setup().bootstrap().status());
    world.profile("wifi", ProfileStatus.PENDING);
    world.sweepAfter(SECOND);
    assertEquals(SetupStage.PREPARING, world.stage());
    assertEquals("", world.polled());
    world.profile("wifi", ProfileStatus.VERIFYING);
    world.sweepAfter(SECOND);
    configured();
    assertEquals(List.of(), world.released());
  }

  @Test
  public void aPackageThatWasFetchedFirstIsThereOnceTheMacHasTakenTheCommand() {
    world.withPackage();
    world.enroll(true);
    world.poll();
    world.fetch();
    assertEquals(SetupStepStatus.PENDING, world.setup().bootstrap().status());
    world.acknowledge();
    assertEquals(SetupStepStatus.DONE, world.setup().bootstrap().status());
    configured();
  }

  @Test
  public void whatFailsIsNotWaitedFor() {
    world.withPackage();
    world.withProfile("wifi");
    world.settings(true, false);
    world.enroll(true);
    world.refuse();
    world.refuse();
    assertEquals(SetupStepStatus.FAILED, world.setup().account().status());
    assertEquals(SetupStepStatus.FAILED, world.setup().bootstrap().status());
    assertTrue(world.setup().bootstrap().detail().contains("Cannot"));
    world.profile("wifi", ProfileStatus.FAILED);
    world.sweepAfter(SECOND);
    configured();
  }

  @Test
  public void aMacThatNeverAnswersIsReleasedWhenTheTimeIsUp() {
    world.withPackage();
    world.withProfile("wifi");
    world.enroll(true);
    assertEquals("InstallEnterpriseApplication", world.polled());
    world.sweepAfter(SettingUp.PATIENCE.minus(SECOND));
    assertEquals("InstallEnterpriseApplication", world.polled());
    world.sweepAfter(SECOND);
    assertEquals("DeviceConfigured", world.polled());
    assertEquals("DeviceConfigured", world.acknowledge());
    assertEquals(SetupStage.ENDED, world.stage());
    assertEquals("the bootstrap package, the profile wifi", world.setup().release().missing());
    Map<String, Object> told = world.released().get(0).details();
    assertEquals("the bootstrap package, the profile wifi", told.get("missing"));
    assertEquals(Fixtures.serial(1), told.get("host_serial"));
    assertEquals("InstallEnterpriseApplication", world.acknowledge());
    world.fetch();
    assertEquals(SetupStepStatus.DONE, world.setup().bootstrap().status());
  }

  @Test
  public void notNowDoesNotKeepAMacWaiting() {
    world.withPackage();
    world.enroll(true);
    world.notNow();
    world.sweepAfter(SettingUp.PATIENCE);
    configuredAndPackageLeft();
  }

  private void configuredAndPackageLeft() {
    assertEquals("DeviceConfigured", world.acknowledge());
    assertEquals(SetupStage.ENDED, world.stage());
    assertEquals("InstallEnterpriseApplication", world.polled());
  }

  @Test
  public void theReleaseIsToldAgainUntilItIsAcknowledged() {
    world.enroll(true);
    for (int i = 0; i < 4; i++) {
      world.sweepAfter(HOUR);
      assertEquals("DeviceConfigured", world.refuse());
      assertEquals(SetupStage.RELEASING, world.stage());
      world.sweepAfter(SECOND);
      assertEquals("not before a pause", "", world.polled());
    }
    world.sweepAfter(HOUR);
    configured();
    world.sweepAfter(HOUR);
    assertEquals("", world.polled());
  }

  @Test
  public void aReleaseThatWasNotAnsweredIsNotQueuedTwiceAndGoesFirst() {
    world.withPackage();
    world.enroll(true);
    world.sweepAfter(SettingUp.PATIENCE);
    world.sweepAfter(HOUR);
    world.sweepAfter(HOUR);
    assertEquals("DeviceConfigured", world.acknowledge());
    assertEquals("InstallEnterpriseApplication", world.polled());
  }

  @Test
  public void aCancelledReleaseIsSentAnew() {
    world.enroll(true);
    world.sweepAfter(SECOND);
    CommandUuid uuid = world.setup().release().command().orElseThrow();
    ActivityDraft told = Fixtures.activity("canceled_mdm_command");
    world.stores.commandQueue().cancel(uuid, Map.of(world.mac, told), world.clock.instant());
    world.tell(uuid);
    world.sweepAfter(HOUR);
    configured();
  }

  @Test
  public void anAdminReleasesWhereTheTeamWantsIt() {
    world.settings(false, true);
    world.enroll(true);
    world.sweepAfter(HOUR.multipliedBy(100));
    assertEquals(SetupStage.PREPARING, world.stage());
    world
        .manualRelease(FakeAccess.allowingAll())
        .release(Fixtures.ADMIN, world.host().id().value());
    configured();
    assertEquals(Fixtures.ADMIN.name(), world.released().get(0).actorName());
    assertEquals(
        "abm.host_does_not_wait",
        assertThrows(
                MdmException.class,
                () ->
                    world
                        .manualRelease(FakeAccess.allowingAll())
                        .release(Fixtures.ADMIN, Fixtures.serial(1)))
            .code());
  }

  @Test
  public void whoMayNotReleasesNobody() {
    world.settings(false, true);
    world.enroll(true);
    assertThrows(
        MdmException.class,
        () ->
            world
                .manualRelease(FakeAccess.denyingAll())
                .release(Fixtures.ADMIN, world.host().id().value()));
    assertEquals(SetupStage.PREPARING, world.stage());
  }

  @Test
  public void theHardLimitGoesBeforeAnAdmin() {
    SettingUp limited = new SettingUp(Optional.of(HOUR));
    limited.settings(false, true);
    limited.enroll(true);
    limited.sweepAfter(HOUR.minus(SECOND));
    assertEquals(SetupStage.PREPARING, limited.stage());
    limited.sweepAfter(SECOND);
    assertEquals("DeviceConfigured", limited.acknowledge());
    assertEquals(1, limited.released().size());
  }

  @Test
  public void aMacThatEnrollsAnewInTheMiddleBeginsAnew() {
    world.withPackage();
    world.enroll(true);
    CommandUuid old = world.setup().bootstrap().command().orElseThrow();
    world.clock.advance(SettingUp.PATIENCE.minus(SECOND));
    world.enroll(true);
    MacSetup anew = world.setup();
    world.tell(old);
    assertEquals("the outcome of the enrollment before is not this one's", anew, world.setup());
    world.sweepAfter(SECOND);
    assertEquals("the time begins anew", SetupStage.PREPARING, world.stage());
    world.acknowledge();
    world.fetch();
    configured();
  }

  @Test
  public void newsThatComeTwiceChangeNothing() {
    world.withPackage();
    world.enroll(true);
    MacSetup begun = world.setup();
    world.beginning().enrolled(world.stores.enrollments().find(world.mac).orElseThrow());
    assertEquals(begun, world.setup());
    world.acknowledge();
    world.fetch();
    MacSetup released = world.setup();
    world.tell(released.bootstrap().command().orElseThrow());
    world.fetch();
    assertEquals(released, world.setup());
    configured();
  }

  @Test
  public void aMacThatGoesOnByItselfIsNotTold() {
    world.withPackage();
    world.enroll(true);
    world.saysItWaits(false);
    assertEquals(SetupStage.ENDED, world.stage());
    world.sweepAfter(HOUR);
    assertEquals("InstallEnterpriseApplication", world.acknowledge());
    assertEquals("", world.polled());
  }

  @Test
  public void aMacThatSaysLateThatItWaitsIsSetUpAsWell() {
    world.enroll(false);
    world.saysItWaits(true);
    world.sweepAfter(SECOND);
    configured();
  }

  @Test
  public void aMacWhoseNewsNobodyHeardIsSetUpByTheSweep() {
    world.withPackage();
    world.enrollUnheard(true);
    world.late().sweep();
    assertEquals("the news may still come", "", world.polled());
    world.clock.advance(HOUR);
    world.late().sweep();
    world.late().sweep();
    assertEquals(SetupStage.PREPARING, world.stage());
    assertEquals("InstallEnterpriseApplication", world.polled());
    world.sweepAfter(SECOND);
    configuredAndPackageLeft();
    world.late().sweep();
    assertEquals(SetupStage.ENDED, world.stage());
  }

  @Test
  public void aMacWithAPackageThatSaysLateThatItWaitsIsReleased() {
    world.withPackage();
    world.enroll(true);
    world.saysItWaits(false);
    assertEquals(SetupStage.ENDED, world.stage());
    world.settings(true, false);
    world.clock.advance(HOUR);
    world.saysItWaits(true);
    assertEquals(SetupStage.PREPARING, world.stage());
    assertEquals(SetupStepStatus.PENDING, world.setup().account().status());
    world.sweepAfter(SettingUp.PATIENCE.minus(SECOND));
    assertEquals("it has time from now on", SetupStage.PREPARING, world.stage());
    world.sweepAfter(SECOND);
    assertEquals("DeviceConfigured", world.acknowledge());
    world.saysItWaits(true);
    assertEquals("it was released", SetupStage.ENDED, world.stage());
  }

  @Test
  public void whileNobodyCanSayWhatItShouldHaveOnlyTheDeadlineReleasesIt() {
    world.contributorIsThere(false);
    world.enroll(true);
    world.sweepAfter(SECOND);
    assertEquals(SetupStage.PREPARING, world.stage());
    world.contributorIsThere(true);
    world.sweepAfter(SECOND);
    configured();
    SettingUp other = new SettingUp();
    other.contributorIsThere(false);
    other.enroll(true);
    other.sweepAfter(SettingUp.PATIENCE);
    assertEquals("the profile that it should have", other.setup().release().missing());
    assertEquals("DeviceConfigured", other.acknowledge());
  }

  @Test
  public void aMacThatAlwaysRefusesIsLeftInPeace() {
    world.enroll(true);
    for (int i = 0; i < 10; i++) {
      world.sweepAfter(HOUR);
      assertEquals("DeviceConfigured", world.refuse());
    }
    assertEquals(SetupStage.ENDED, world.stage());
    world.sweepAfter(HOUR);
    assertEquals("", world.polled());
    world.saysItWaits(true);
    assertEquals("it was told", SetupStage.ENDED, world.stage());
  }

  @Test
  public void whoeverCannotSayWhatItShouldHaveDoesNotKeepItWaiting() {
    world.enroll(true);
    world.brokenContributor(true);
    world.sweepAfter(SECOND);
    assertEquals(SetupStage.PREPARING, world.stage());
    world.sweepAfter(SettingUp.PATIENCE);
    configured();
  }

  @Test
  public void nobodyIsFilledInWhoDidNotLogInForThis() {
    world.enroll(true);
    assertEquals(SetupStepStatus.NONE, world.setup().account().status());
    world.settings(true, false);
    world.clock.advance(Duration.ofDays(2));
    world.enroll(true);
    assertEquals(SetupStepStatus.NONE, world.setup().account().status());
  }

  /** Whatever happens in whatever order, the Mac goes on once it answers again. */
  @Test
  public void everyOrderOfEventsEndsInARelease() {
    for (long seed = 0; seed < 300; seed++) {
      SettingUp disorder = new SettingUp();
      Random random = new Random(seed);
      disorder.withPackage();
      disorder.withProfile("wifi");
      disorder.settings(random.nextBoolean(), false);
      disorder.enroll(true);
      for (int i = 0; i < 30; i++) {
        happen(disorder, random);
      }
      settle(disorder);
      assertEquals("seed " + seed, SetupStage.ENDED, disorder.stage());
    }
  }

  private static void happen(SettingUp disorder, Random random) {
    switch (random.nextInt(9)) {
      case 0 -> disorder.poll();
      case 1 -> disorder.poll().ifPresent(any -> disorder.acknowledge());
      case 2 -> disorder.poll().ifPresent(any -> disorder.refuse());
      case 3 -> disorder.poll().ifPresent(any -> disorder.notNow());
      case 4 -> disorder.fetch();
      case 5 ->
          disorder.profile(
              "wifi", random.nextBoolean() ? ProfileStatus.VERIFIED : ProfileStatus.FAILED);
      case 6 -> disorder.sweepAfter(Duration.ofSeconds(random.nextInt(600)));
      case 7 -> disorder.brokenContributor(random.nextBoolean());
      default -> {
        if (random.nextInt(5) == 0) {
          disorder.clock.advance(SECOND);
          disorder.enroll(true);
        }
      }
    }
  }

  private static void settle(SettingUp disorder) {
    for (int i = 0; i < 20 && disorder.stage() != SetupStage.ENDED; i++) {
      disorder.sweepAfter(HOUR);
      disorder.poll().ifPresent(any -> disorder.acknowledge());
    }
  }
}
