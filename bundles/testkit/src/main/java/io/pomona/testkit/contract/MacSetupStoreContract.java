package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore.Counts;
import io.pomona.api.abm.MacSetupStore.Effects;
import io.pomona.api.abm.SetupRelease;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStep;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SampleSetups;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code MacSetupStore} must do. */
public class MacSetupStoreContract extends StoreContract {
  private static final HostId FIRST = new HostId(0);

  private static CommandOrder order(ChannelId device, String uuid, String type, int priority) {
    byte[] body = CommandBody.of(type).encode(uuid);
    return new CommandOrder(
        new NewCommand(
            new CommandUuid(uuid), type, body, priority, "setup", "Pomona", T, Optional.empty()),
        List.of(device));
  }

  private static String uuid(byte[] command) {
    return RawCommand.parse(command).uuid().orElseThrow();
  }

  private Optional<String> poll(EnrolledMac mac) {
    return stores
        .commandQueue()
        .exchange(Reports.idle(mac.channel()), T)
        .map(MacSetupStoreContract::uuid);
  }

  @Test
  public void itIsBegunOnceForEachEnrollment() {
    EnrolledMac mac = mac(1);
    MacSetup setup = SampleSetups.of(mac, T);
    CommandOrder order = order(mac.channel(), "one", "DeviceInformation", 0);
    assertTrue(stores.macSetups().begin(setup, List.of(order), T));
    assertFalse(stores.macSetups().begin(setup, List.of(order), T));
    assertFalse(stores.macSetups().begin(SampleSetups.of(mac, T.minus(HOUR)), List.of(), T));
    assertEquals(Optional.of(setup), stores.macSetups().find(mac.host()));
    assertEquals(Optional.of("one"), poll(mac));
    MacSetup later = SampleSetups.of(mac, T.plus(HOUR));
    assertTrue(stores.macSetups().begin(later, List.of(), T));
    assertEquals(Optional.of(later), stores.macSetups().find(mac.host()));
  }

  @Test
  public void ofFiftyWhoBeginOneDoes() throws Exception {
    EnrolledMac mac = mac(1);
    List<Boolean> begun =
        Race.of(
            50,
            i ->
                () ->
                    stores
                        .macSetups()
                        .begin(
                            SampleSetups.of(mac, T),
                            List.of(order(mac.channel(), "u" + i, "DeviceInformation", 0)),
                            T));
    assertEquals(1, begun.stream().filter(Boolean::booleanValue).count());
  }

  @Test
  public void everyPartIsKept() {
    EnrolledMac mac = mac(1);
    MacSetup setup =
        new MacSetup(
            mac.host(),
            mac.channel(),
            T,
            SetupStage.RELEASING,
            new SetupStep(SetupStepStatus.FAILED, Optional.of(new CommandUuid("a")), "no"),
            SampleSetups.step(SetupStepStatus.DONE),
            Optional.of(SampleSetups.download(new LargeFileId(5)).with(0, 1).with(5, 9)),
            SetupRelease.by(T.plus(MINUTE))
                .tried(new CommandUuid("r"), T.plus(HOUR))
                .without("the package"),
            0);
    stores.macSetups().begin(setup, List.of(), T);
    assertEquals(Optional.of(setup), stores.macSetups().find(mac.host()));
    assertEquals(Optional.of(setup), stores.macSetups().byDownload(Fixtures.hash("download")));
    assertEquals(Optional.empty(), stores.macSetups().byDownload(Fixtures.hash("other")));
    MacSetup ended = setup.at(SetupStage.ENDED).withAccount(SetupStep.none());
    assertTrue(stores.macSetups().save(ended, SampleSetups.NOTHING, T));
    assertEquals(Optional.of(ended.next()), stores.macSetups().find(mac.host()));
  }

  @Test
  public void whoeverComesLateChangesNothing() {
    EnrolledMac mac = mac(1);
    MacSetup setup = SampleSetups.of(mac, T);
    stores.macSetups().begin(setup, List.of(), T);
    Effects told =
        Effects.first(
            order(mac.channel(), "go", "DeviceConfigured", NewCommand.URGENT),
            List.of(Fixtures.activity("released_host_from_setup")));
    assertTrue(stores.macSetups().save(setup.at(SetupStage.RELEASING), told, T));
    assertFalse(stores.macSetups().save(setup.at(SetupStage.ENDED), told, T));
    assertEquals(SetupStage.RELEASING, stores.macSetups().find(mac.host()).orElseThrow().stage());
    assertEquals(1, activities().stream().filter("released_host_from_setup"::equals).count());
  }

  @Test
  public void aCommandThatIsNotAnsweredDoesNotHoldUpTheRelease() {
    EnrolledMac mac = mac(1);
    MacSetup setup = SampleSetups.of(mac, T);
    stores
        .macSetups()
        .begin(
            setup, List.of(order(mac.channel(), "package", "InstallEnterpriseApplication", 0)), T);
    assertEquals(Optional.of("package"), poll(mac));
    assertEquals(Optional.of("package"), poll(mac));
    stores
        .macSetups()
        .save(
            setup.at(SetupStage.RELEASING),
            Effects.first(
                order(mac.channel(), "go", "DeviceConfigured", NewCommand.URGENT), List.of()),
            T);
    assertEquals(Optional.of("go"), poll(mac));
    Optional<byte[]> next =
        stores
            .commandQueue()
            .exchange(Reports.acknowledged(mac.channel(), new CommandUuid("go")), T);
    assertEquals(Optional.of("package"), next.map(MacSetupStoreContract::uuid));
  }

  @Test
  public void openOnesAreThoseOfThisEnrollmentThatHaveNotEnded() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    EnrolledMac three = mac(3);
    EnrolledMac four = mac(4);
    List.of(one, two, three)
        .forEach(mac -> stores.macSetups().begin(SampleSetups.of(mac, T), List.of(), T));
    stores.macSetups().begin(SampleSetups.of(four, T.minus(HOUR)), List.of(), T);
    stores.macSetups().save(SampleSetups.of(two, T).at(SetupStage.ENDED), SampleSetups.NOTHING, T);
    assertEquals(List.of(one.host(), three.host()), open(FIRST, 10));
    assertEquals(List.of(one.host()), open(FIRST, 1));
    assertEquals(List.of(three.host()), open(one.host(), 10));
    stores.enrollments().checkOut(one.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(three.host()), open(FIRST, 10));
    stores.hosts().delete(one.host(), Fixtures.activity("deleted_host"));
    assertEquals(Optional.empty(), stores.macSetups().find(one.host()));
  }

  @Test
  public void aReleaseThatIsOverHoldsUpNothingThatIsUnderWay() {
    EnrolledMac mac = mac(1);
    MacSetup setup = SampleSetups.of(mac, T);
    CommandUuid go = new CommandUuid("go");
    stores
        .macSetups()
        .begin(
            setup,
            List.of(
                order(mac.channel(), "go", "DeviceConfigured", NewCommand.URGENT),
                order(mac.channel(), "one", "DeviceInformation", 0)),
            T);
    assertEquals(Optional.of("go"), poll(mac));
    stores.commandQueue().exchange(Reports.acknowledged(mac.channel(), go), T);
    stores
        .commandQueue()
        .enqueue(
            List.of(order(mac.channel(), "two", "SecurityInfo", NewCommand.URGENT)),
            List.of(),
            TeamScope.everywhere(),
            T);
    assertTrue(stores.macSetups().save(setup, Effects.first(go), T));
    assertEquals("one is under way still", Optional.of("one"), poll(mac));
  }

  @Test
  public void aReleaseThatIsUnderWayItselfStaysSo() {
    EnrolledMac mac = mac(1);
    MacSetup setup = SampleSetups.of(mac, T);
    stores.macSetups().begin(setup, List.of(order(mac.channel(), "go", "DeviceConfigured", 0)), T);
    assertEquals(Optional.of("go"), poll(mac));
    stores
        .commandQueue()
        .enqueue(
            List.of(order(mac.channel(), "two", "SecurityInfo", NewCommand.URGENT)),
            List.of(),
            TeamScope.everywhere(),
            T);
    assertTrue(stores.macSetups().save(setup, Effects.first(new CommandUuid("go")), T));
    assertEquals(Optional.of("go"), poll(mac));
  }

  @Test
  public void whoWaitsForLongIsCounted() {
    EnrolledMac one = mac(1);
    EnrolledMac two = mac(2);
    List.of(one, two, mac(3))
        .forEach(mac -> stores.macSetups().begin(SampleSetups.of(mac, T), List.of(), T));
    stores.macSetups().save(SampleSetups.of(two, T).at(SetupStage.ENDED), SampleSetups.NOTHING, T);
    assertEquals(new Counts(2, 0, 0), stores.macSetups().counts(T));
    assertEquals(new Counts(2, 2, 0), stores.macSetups().counts(T.plus(HOUR)));
    stores.setupSettings().put(Optional.empty(), new SetupSettings(false, true), List.of());
    assertEquals(new Counts(2, 2, 2), stores.macSetups().counts(T.plus(HOUR)));
    stores
        .macSetups()
        .save(SampleSetups.of(one, T).at(SetupStage.RELEASING), SampleSetups.NOTHING, T);
    assertEquals(new Counts(2, 2, 1), stores.macSetups().counts(T.plus(HOUR)));
  }

  @Test
  public void whoWaitsWithoutASetUpIsFound() {
    EnrolledMac one = waiting(1, true);
    EnrolledMac two = waiting(2, true);
    waiting(3, false);
    assertEquals(List.of(one.channel(), two.channel()), unbegun(10));
    assertEquals(List.of(one.channel()), unbegun(1));
    assertEquals(List.of(), stores.macSetups().unbegun(T, 10));
    MacSetup earlier = SampleSetups.of(two, T.minus(HOUR));
    stores.macSetups().begin(earlier, List.of(), T);
    assertEquals(List.of(one.channel(), two.channel()), unbegun(10));
    MacSetup begun = SampleSetups.of(one, T);
    stores.macSetups().begin(begun, List.of(), T);
    assertEquals(List.of(two.channel()), unbegun(10));
    stores.macSetups().save(begun.at(SetupStage.ENDED), SampleSetups.NOTHING, T);
    assertEquals(List.of(one.channel(), two.channel()), unbegun(10));
    SetupRelease told = begun.release().tried(new CommandUuid("go"), T);
    stores
        .macSetups()
        .save(begun.next().at(SetupStage.ENDED).withRelease(told), SampleSetups.NOTHING, T);
    stores.enrollments().checkOut(two.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), unbegun(10));
  }

  private List<ChannelId> unbegun(int limit) {
    return stores.macSetups().unbegun(T.plus(MINUTE), limit);
  }

  private EnrolledMac waiting(int number, boolean waits) {
    EnrolledMac mac = mac(number);
    TokenChange plain = Fixtures.token(mac.channel(), T);
    stores
        .enrollments()
        .token(
            new TokenChange(
                plain.channel(),
                plain.push(),
                Optional.of(waits),
                plain.userName(),
                plain.onFirst(),
                plain.activity(),
                plain.now()));
    return mac;
  }

  private List<HostId> open(HostId after, int limit) {
    return stores.macSetups().open(after, limit).stream().map(MacSetup::host).toList();
  }
}
