package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.Test;

/** What every {@code EnrollmentStore} must do about beginning, tokens and leaving. */
public class EnrollmentStoreContract extends StoreContract {
  private static final ChannelId MAC = ChannelId.device(Fixtures.udid(1));
  private static final String CERTIFICATE = Fixtures.hash("first certificate");

  private HostId start() {
    return stores.enrollments().start(Fixtures.start(MAC, CERTIFICATE, 1, T));
  }

  @Test
  public void authenticateMakesAHostThatIsNotYetManaged() {
    Host host = stores.hosts().find(start()).orElseThrow();
    assertEquals(Optional.of(Fixtures.udid(1)), host.udid());
    assertEquals(Fixtures.facts(1), host.facts());
    assertEquals(MdmStatus.OFF, host.mdm());
    assertEquals(T, host.createdAt());
    assertEquals(Optional.empty(), host.enrolledAt());
    Enrollment enrollment = stores.enrollments().find(MAC).orElseThrow();
    assertEquals(host.id(), enrollment.host());
    assertEquals(Fixtures.TOPIC, enrollment.topic());
    assertEquals(Optional.empty(), enrollment.push());
    assertFalse(enrollment.enabled());
    assertEquals(List.of(), drainTopics());
  }

  @Test
  public void authenticateBindsTheCertificate() {
    start();
    assertEquals(
        Optional.of(new IdentityBinding(CERTIFICATE, MAC, true, false)),
        stores.enrollments().binding(CERTIFICATE));
    assertEquals(Optional.empty(), stores.enrollments().binding(Fixtures.hash("another")));
  }

  @Test
  public void aCertificateServesOneMacOnly() {
    start();
    ChannelId other = ChannelId.device(Fixtures.udid(2));
    assertFails(
        "enrollment.certificate_bound",
        () -> stores.enrollments().start(Fixtures.start(other, CERTIFICATE, 2, T)));
    assertEquals(Optional.empty(), stores.enrollments().find(other));
  }

  @Test
  public void aRepeatedAuthenticateChangesNothing() {
    HostId host = start();
    stores.enrollments().token(Fixtures.token(MAC, T));
    assertEquals(host, start());
    assertTrue(stores.enrollments().find(MAC).orElseThrow().enabled());
    assertEquals(MdmStatus.ON_MANUAL, stores.hosts().find(host).orElseThrow().mdm());
  }

  @Test
  public void aLateAuthenticateUnderAnOlderCertificateChangesNothing() {
    HostId host = start();
    stores.enrollments().token(Fixtures.token(MAC, T));
    String newer = Fixtures.hash("newer certificate");
    stores.enrollments().start(Fixtures.start(MAC, newer, 1, T.plus(MINUTE)));
    stores.enrollments().token(Fixtures.token(MAC, T.plus(MINUTE)));
    assertEquals(host, start());
    assertTrue(stores.enrollments().find(MAC).orElseThrow().enabled());
    assertEquals(Optional.empty(), stores.enrollments().binding(CERTIFICATE));
    assertTrue(stores.enrollments().binding(newer).orElseThrow().current());
  }

  private static EnrollmentStart into(int number, TeamId team) {
    return new EnrollmentStart(
        ChannelId.device(Fixtures.udid(number)),
        Fixtures.hash("certificate into " + number),
        Fixtures.TOPIC,
        Fixtures.facts(number),
        false,
        false,
        Optional.of(team),
        T);
  }

  private Optional<TeamId> team(HostId host) {
    return stores.hosts().find(host).orElseThrow().team();
  }

  @Test
  public void aMacThatNobodyKnowsComesIntoItsTeamAndOthersStay() {
    HostId known = start();
    TeamId team =
        stores
            .teams()
            .create(new NewTeam("Self", ""), T, it -> Fixtures.activity("created_team"))
            .id();
    assertEquals(Optional.of(team), team(stores.enrollments().start(into(2, team))));
    assertEquals(known, stores.enrollments().start(into(1, team)));
    assertEquals(Optional.empty(), team(known));
    deleteTeam(team);
    assertEquals(Optional.empty(), team(stores.enrollments().start(into(3, team))));
  }

  @Test
  public void fiftyAtOnceMakeOneHost() throws Exception {
    List<HostId> hosts =
        Race.of(
            50,
            i ->
                () ->
                    stores
                        .enrollments()
                        .start(Fixtures.start(MAC, Fixtures.hash("certificate " + i), 1, T)));
    assertEquals(1, new HashSet<>(hosts).size());
  }

  @Test
  public void theFirstTokenEnrolls() {
    HostId id = start();
    CommandOrder order = Fixtures.order("DeviceInformation", "enrollment", T, MAC);
    assertTrue(stores.enrollments().token(Fixtures.token(MAC, List.of(order), T.plus(MINUTE))));
    Host host = stores.hosts().find(id).orElseThrow();
    assertEquals(MdmStatus.ON_MANUAL, host.mdm());
    assertEquals(Optional.of(T.plus(MINUTE)), host.enrolledAt());
    Enrollment enrollment = stores.enrollments().find(MAC).orElseThrow();
    assertTrue(enrollment.enabled());
    PushTarget push = enrollment.push().orElseThrow();
    assertArrayEquals(Fixtures.push(MAC.value()).token(), push.token());
    assertEquals(Fixtures.push(MAC.value()).pushMagic(), push.pushMagic());
    assertEquals(1, stores.commandHistory().find(order.command().uuid()).size());
    assertEquals(List.of("mdm_enrolled"), activities());
    List<OutboxItem> news = drainOutbox();
    assertEquals(List.of(OutboxTopic.ENROLLED), news.stream().map(OutboxItem::topic).toList());
    assertEquals(MAC, news.get(0).channel());
    assertEquals(
        List.of(id),
        stores.hostProfiles().leaseDirty(10, T.plus(MINUTE), MINUTE).stream()
            .map(Host::id)
            .toList());
  }

  @Test
  public void aLaterTokenReplacesTheFirst() {
    start();
    stores.enrollments().token(Fixtures.token(MAC, T));
    drainOutbox();
    CommandOrder order = Fixtures.order("DeviceInformation", "enrollment", T, MAC);
    PushTarget push = Fixtures.push("later");
    TokenChange later =
        new TokenChange(
            MAC,
            push,
            Optional.empty(),
            Optional.empty(),
            List.of(order),
            Fixtures.activity("mdm_enrolled"),
            T.plus(MINUTE));
    assertFalse(stores.enrollments().token(later));
    assertArrayEquals(
        push.token(), stores.enrollments().find(MAC).orElseThrow().push().orElseThrow().token());
    assertEquals(List.of(), stores.commandHistory().find(order.command().uuid()));
    assertEquals(List.of("mdm_enrolled"), activities());
    assertEquals(List.of(OutboxTopic.TOKEN_UPDATED), drainTopics());
  }

  @Test
  public void awaitingConfigurationStaysWhenItIsNotSaid() {
    start();
    stores.enrollments().token(awaiting(Optional.of(true)));
    assertTrue(stores.enrollments().find(MAC).orElseThrow().awaitingConfiguration());
    stores.enrollments().token(awaiting(Optional.empty()));
    assertTrue(stores.enrollments().find(MAC).orElseThrow().awaitingConfiguration());
    stores.enrollments().token(awaiting(Optional.of(false)));
    assertFalse(stores.enrollments().find(MAC).orElseThrow().awaitingConfiguration());
  }

  private static TokenChange awaiting(Optional<Boolean> value) {
    TokenChange plain = Fixtures.token(MAC, T);
    return new TokenChange(
        MAC, plain.push(), value, Optional.empty(), List.of(), plain.activity(), T);
  }

  @Test
  public void aTokenWithoutAuthenticateIsNotFound() {
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> stores.enrollments().token(Fixtures.token(MAC, T)));
    assertEquals(Optional.empty(), stores.enrollments().find(MAC));
    assertEquals(List.of(), drainTopics());
  }

  @Test
  public void aUserChannelIsMadeByItsToken() {
    HostId host = start();
    stores.enrollments().token(Fixtures.token(MAC, T));
    drainOutbox();
    ChannelId user = ChannelId.user(MAC.device(), "0A1B2C3D-0000-4000-8000-000000000001");
    assertEquals(Optional.empty(), stores.enrollments().find(user));
    assertTrue(stores.enrollments().token(Fixtures.token(user, T)));
    Enrollment enrollment = stores.enrollments().find(user).orElseThrow();
    assertTrue(enrollment.enabled());
    assertEquals(host, enrollment.host());
    assertEquals(List.of("mdm_enrolled"), activities());
    assertEquals(user, drainOutbox().get(0).channel());
    assertFalse(stores.enrollments().token(Fixtures.token(user, T)));
  }

  @Test
  public void aUserTokenWithoutItsMacIsNotFound() {
    ChannelId user = ChannelId.user(MAC.device(), "0A1B2C3D-0000-4000-8000-000000000001");
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> stores.enrollments().token(Fixtures.token(user, T)));
  }

  @Test
  public void checkOutEndsEverything() {
    EnrolledMac mac = mac(1);
    ChannelId user = ChannelId.user(MAC.device(), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, T));
    CommandOrder order = Fixtures.order("ProfileList", "profiles", T, MAC, user);
    stores.commandQueue().enqueue(List.of(order), List.of(), T);
    drainOutbox();
    stores.enrollments().checkOut(MAC, T.plus(MINUTE), Fixtures.activity("mdm_unenrolled"));
    assertEquals(MdmStatus.OFF, stores.hosts().find(mac.host()).orElseThrow().mdm());
    assertFalse(stores.enrollments().find(MAC).orElseThrow().enabled());
    assertFalse(stores.enrollments().find(user).map(Enrollment::enabled).orElse(false));
    stores
        .commandHistory()
        .find(order.command().uuid())
        .forEach(record -> assertEquals(CommandState.CANCELLED, record.state()));
    assertEquals(Optional.empty(), stores.enrollments().binding(mac.certificateSha256()));
    assertContains(activities(), "mdm_unenrolled");
    List<OutboxTopic> topics = drainTopics();
    assertEquals(2, topics.stream().filter(OutboxTopic.COMMAND_ENDED::equals).count());
    assertEquals(1, topics.stream().filter(OutboxTopic.CHECKED_OUT::equals).count());
  }

  @Test
  public void aSecondCheckOutChangesNothing() {
    mac(1);
    stores.enrollments().checkOut(MAC, T, Fixtures.activity("mdm_unenrolled"));
    drainOutbox();
    stores.enrollments().checkOut(MAC, T, Fixtures.activity("mdm_unenrolled"));
    stores
        .enrollments()
        .checkOut(ChannelId.device("UNKNOWN"), T, Fixtures.activity("mdm_unenrolled"));
    assertEquals(List.of(), drainTopics());
    assertEquals(List.of("mdm_unenrolled", "mdm_enrolled"), activities());
  }

  @Test
  public void whatComesLateAfterCheckOutDoesNotEnroll() {
    EnrolledMac mac = mac(1);
    stores.enrollments().checkOut(MAC, T, Fixtures.activity("mdm_unenrolled"));
    stores.enrollments().start(Fixtures.start(MAC, mac.certificateSha256(), 1, T));
    assertFails(
        MdmException.Kind.NOT_FOUND, () -> stores.enrollments().token(Fixtures.token(MAC, T)));
    assertEquals(MdmStatus.OFF, stores.hosts().find(mac.host()).orElseThrow().mdm());
  }

  @Test
  public void seenIsNotedWithinSeconds() {
    EnrolledMac mac = mac(1);
    stores.enrollments().seen(MAC, T.plus(MINUTE));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertEquals(
                    Optional.of(T.plus(MINUTE)),
                    stores.hosts().find(mac.host()).orElseThrow().lastSeenAt()));
  }

  @Test
  public void twoMacsAreTwoHosts() {
    assertNotEquals(mac(1).host(), mac(2).host());
  }
}
