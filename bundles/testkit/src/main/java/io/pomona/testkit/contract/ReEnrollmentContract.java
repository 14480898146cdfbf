package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

/** What every {@code EnrollmentStore} must do when an enrolled Mac begins again or renews. */
public class ReEnrollmentContract extends StoreContract {
  private static final String NEXT = Fixtures.hash("next certificate");

  private EnrolledMac mac;
  private ChannelId user;
  private CommandOrder waiting;

  @Before
  public final void enrolledWithWork() {
    mac = mac(1);
    user = ChannelId.user(mac.channel().device(), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, T));
    waiting = Fixtures.order("ProfileList", "profiles", T, mac.channel(), user);
    stores.commandQueue().enqueue(List.of(waiting), List.of(), T);
    HostProfile row =
        new HostProfile(
            mac.host(),
            "custom",
            "org.example.dock",
            "Dock",
            "U-1",
            Fixtures.hash("dock"),
            ProfileOperation.INSTALL,
            ProfileStatus.VERIFIED,
            Optional.empty(),
            "",
            0,
            T);
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), T);
    drainOutbox();
  }

  private List<CommandState> states() {
    return stores.commandHistory().find(waiting.command().uuid()).stream()
        .map(record -> record.state())
        .toList();
  }

  private List<HostProfile> profiles() {
    return stores.hostProfiles().statuses(List.of(mac.host())).getOrDefault(mac.host(), List.of());
  }

  private HostId startAgain() {
    return stores.enrollments().start(Fixtures.start(mac.channel(), NEXT, 1, T.plus(MINUTE)));
  }

  @Test
  public void beginningAgainEndsWhatWasBefore() {
    assertEquals(mac.host(), startAgain());
    assertEquals(List.of(CommandState.CANCELLED, CommandState.CANCELLED), states());
    assertEquals(List.of(OutboxTopic.COMMAND_ENDED, OutboxTopic.COMMAND_ENDED), drainTopics());
    Enrollment enrollment = stores.enrollments().find(mac.channel()).orElseThrow();
    assertFalse(enrollment.enabled());
    assertEquals(Optional.empty(), enrollment.push());
    assertEquals(Optional.empty(), stores.enrollments().find(user));
    assertEquals(List.of(), profiles());
    assertEquals(Optional.empty(), stores.enrollments().binding(mac.certificateSha256()));
    assertTrue(stores.enrollments().binding(NEXT).orElseThrow().current());
  }

  @Test
  public void betweenAuthenticateAndTokenNothingIsDoneToTheMac() {
    startAgain();
    CommandOrder order = Fixtures.order("ProfileList", "profiles", T, mac.channel());
    assertEquals(
        List.of(mac.channel()), stores.commandQueue().enqueue(List.of(order), List.of(), T));
    assertEquals(List.of(), stores.hostProfiles().leaseDirty(10, T.plus(HOUR), MINUTE));
    assertEquals(List.of(), stores.wakes().lease(10, T.plus(HOUR), MINUTE));
  }

  @Test
  public void beginningAgainCountsTheNextTokenAsTheFirst() {
    startAgain();
    assertTrue(stores.enrollments().token(Fixtures.token(mac.channel(), T.plus(MINUTE))));
    assertEquals(MdmStatus.ON_MANUAL, stores.hosts().find(mac.host()).orElseThrow().mdm());
    assertEquals(List.of("mdm_enrolled", "mdm_enrolled"), activities());
    assertContains(drainTopics(), OutboxTopic.ENROLLED);
  }

  private MdmStatus come(String certificate, boolean automatic) {
    ChannelId device = mac.channel();
    stores
        .enrollments()
        .start(
            new EnrollmentStart(
                device,
                certificate,
                Fixtures.TOPIC,
                Fixtures.facts(1),
                false,
                automatic,
                Optional.empty(),
                T));
    assertEquals(automatic, stores.enrollments().find(device).orElseThrow().automatic());
    stores.enrollments().token(Fixtures.token(device, T));
    return status();
  }

  private MdmStatus status() {
    return stores.hosts().find(mac.host()).orElseThrow().mdm();
  }

  @Test
  public void whoSendsTheMacIsToldByItsStatus() {
    assertEquals(MdmStatus.ON_AUTOMATIC, come(Fixtures.hash("by ABM"), true));
    stores.enrollments().start(Fixtures.renewal(mac.channel(), NEXT, 1, T));
    assertEquals("a renewal changes nothing", MdmStatus.ON_AUTOMATIC, status());
    assertTrue(stores.enrollments().find(mac.channel()).orElseThrow().automatic());
    assertEquals(MdmStatus.ON_MANUAL, come(Fixtures.hash("by hand"), false));
    assertEquals(MdmStatus.ON_AUTOMATIC, come(Fixtures.hash("by ABM again"), true));
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(MdmStatus.OFF, status());
  }

  @Test
  public void bootstrapTokensAreKept() {
    stores.bootstrapTokens().put(mac.channel(), Optional.of(new byte[] {1, 2, 3}), 1, T);
    startAgain();
    assertTrue(stores.bootstrapTokens().get(mac.channel()).isPresent());
  }

  @Test
  public void aRenewalKeepsEverything() {
    assertEquals(
        mac.host(),
        stores.enrollments().start(Fixtures.renewal(mac.channel(), NEXT, 1, T.plus(MINUTE))));
    assertEquals(List.of(CommandState.QUEUED, CommandState.QUEUED), states());
    Enrollment enrollment = stores.enrollments().find(mac.channel()).orElseThrow();
    assertTrue(enrollment.enabled());
    assertTrue(enrollment.push().isPresent());
    assertTrue(stores.enrollments().find(user).orElseThrow().enabled());
    assertEquals(1, profiles().size());
    assertEquals(MdmStatus.ON_MANUAL, stores.hosts().find(mac.host()).orElseThrow().mdm());
    assertFalse(stores.enrollments().token(Fixtures.token(mac.channel(), T.plus(MINUTE))));
  }

  @Test
  public void afterARenewalTheOldCertificateCountsUntilTheNewOneHasSettled() {
    stores.enrollments().start(Fixtures.renewal(mac.channel(), NEXT, 1, T.plus(MINUTE)));
    assertTrue(stores.enrollments().binding(NEXT).orElseThrow().current());
    assertTrue(stores.enrollments().binding(NEXT).orElseThrow().unsettled());
    assertFalse(stores.enrollments().binding(mac.certificateSha256()).orElseThrow().current());
    stores.enrollments().settleIdentity(mac.channel(), NEXT);
    assertEquals(Optional.empty(), stores.enrollments().binding(mac.certificateSha256()));
    assertFalse(stores.enrollments().binding(NEXT).orElseThrow().unsettled());
  }

  @Test
  public void settlingUnderTheOldCertificateForgetsNothing() {
    stores.enrollments().start(Fixtures.renewal(mac.channel(), NEXT, 1, T.plus(MINUTE)));
    stores.enrollments().settleIdentity(mac.channel(), mac.certificateSha256());
    assertTrue(stores.enrollments().binding(NEXT).isPresent());
    assertTrue(stores.enrollments().binding(mac.certificateSha256()).isPresent());
  }

  @Test
  public void aRenewalOfAMacThatHasLeftBeginsAnew() {
    stores.enrollments().checkOut(mac.channel(), T, Fixtures.activity("mdm_unenrolled"));
    stores.enrollments().start(Fixtures.renewal(mac.channel(), NEXT, 1, T.plus(MINUTE)));
    assertTrue(stores.enrollments().token(Fixtures.token(mac.channel(), T.plus(MINUTE))));
  }

  @Test
  public void anotherUdidWithTheSameSerialTakesTheHostOver() {
    ChannelId newBoard = ChannelId.device(Fixtures.udid(77));
    MacFacts facts = Fixtures.facts(1);
    HostId host =
        stores
            .enrollments()
            .start(new EnrollmentStart(newBoard, NEXT, Fixtures.TOPIC, facts, false, T));
    assertEquals(mac.host(), host);
    assertFalse(stores.enrollments().find(mac.channel()).map(Enrollment::enabled).orElse(false));
    assertEquals(List.of(CommandState.CANCELLED, CommandState.CANCELLED), states());
    stores.enrollments().token(Fixtures.token(newBoard, T));
    Host taken = stores.hosts().find(host).orElseThrow();
    assertEquals(Optional.of(newBoard.device()), taken.udid());
    assertEquals(Optional.empty(), stores.enrollments().binding(mac.certificateSha256()));
  }

  @Test
  public void emptySerialsAreNotTheSame() {
    MacFacts unknown = new MacFacts("", "Mac", "", "", "", "");
    HostId first = startUnknown(101, unknown);
    HostId second = startUnknown(102, unknown);
    assertTrue(!first.equals(second));
  }

  private HostId startUnknown(int number, MacFacts facts) {
    ChannelId channel = ChannelId.device(Fixtures.udid(number));
    return stores
        .enrollments()
        .start(
            new EnrollmentStart(
                channel, Fixtures.hash("c" + number), Fixtures.TOPIC, facts, false, T));
  }
}
