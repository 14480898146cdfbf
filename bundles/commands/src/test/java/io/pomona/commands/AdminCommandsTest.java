package io.pomona.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandQueue.Sent;
import io.pomona.api.commands.CommandQueue.Terms;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class AdminCommandsTest {
  private static final Duration DEADLINE = Duration.ofDays(7);

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac first = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final EnrolledMac second = Fixtures.enrolledMac(stores, 2, clock.instant());
  private final AdminCommands commands = commands(FakeAccess.allowingAll());

  private AdminCommands commands(Access access) {
    return new AdminCommands(
        stores.hosts(), stores.commandQueue(), stores.commandHistory(), access, DEADLINE, clock);
  }

  private static byte[] plist(String requestType, String uuid) {
    String named = uuid.isEmpty() ? "" : "<key>CommandUUID</key><string>" + uuid + "</string>";
    return ("<plist version=\"1.0\"><dict><key>Command</key><dict><key>RequestType</key><string>"
            + requestType
            + "</string><key>Extra</key><integer>7</integer></dict>"
            + named
            + "</dict></plist>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private int cancel(AdminCommands by, CommandUuid uuid) {
    return by.cancel(Fixtures.ADMIN, uuid, List.of()).all();
  }

  private Sent send(byte[] plist, HostId... hosts) {
    return commands.send(Fixtures.ADMIN, plist, List.of(hosts));
  }

  private MdmException refused(byte[] plist, HostId... hosts) {
    return assertThrows(MdmException.class, () -> send(plist, hosts));
  }

  private List<Activity> activities(String type) {
    return stores.activities().newest(PageRequest.first(100)).stream()
        .filter(activity -> activity.type().equals(type))
        .toList();
  }

  @Test
  public void queuesForEachHostWithAnActivity() {
    Sent sent = send(plist("RestartDevice", ""), first.host(), second.host(), first.host());
    assertEquals("RestartDevice", sent.requestType());
    assertEquals(List.of(), sent.skipped());
    assertEquals(2, stores.commandHistory().find(sent.uuid()).size());
    List<Activity> written = activities("ran_custom_mdm_command");
    assertEquals(2, written.size());
    assertEquals(sent.uuid().value(), written.get(0).details().get("command_uuid"));
    assertEquals("RestartDevice", written.get(0).details().get("request_type"));
  }

  @Test
  public void keepsTheUuidOfTheClientAndTheKeysOfTheCommand() {
    Sent sent = send(plist("SecurityInfo", "CLIENT-1"), first.host());
    assertEquals(new CommandUuid("CLIENT-1"), sent.uuid());
    byte[] body =
        stores
            .commandQueue()
            .exchange(Reports.idle(first.channel()), clock.instant())
            .orElseThrow();
    RawCommand handedOut = RawCommand.parse(body);
    assertEquals(Optional.of("CLIENT-1"), handedOut.uuid());
    assertEquals(Optional.of(7L), handedOut.body().keys().integer("Extra"));
  }

  @Test
  public void aUuidIsUsedOnce() {
    send(plist("SecurityInfo", "CLIENT-1"), first.host());
    MdmException again = refused(plist("SecurityInfo", "CLIENT-1"), second.host());
    assertEquals(MdmException.Kind.CONFLICT, again.kind());
  }

  @Test
  public void refusesWhatNoMacKnows() {
    assertEquals("commands.unknown_type", refused(plist("ClearPasscode", ""), first.host()).code());
    assertEquals(
        "commands.user_channel", refused(plist("InviteToProgram", ""), first.host()).code());
    assertEquals("commands.malformed", refused(new byte[] {1, 2, 3}, first.host()).code());
    assertEquals(
        "commands.malformed", refused(plist("SecurityInfo", "no spaces"), first.host()).code());
    assertEquals("commands.no_hosts", refused(plist("SecurityInfo", "")).code());
    assertEquals(
        "commands.unknown_host",
        refused(plist("SecurityInfo", ""), first.host(), new HostId(99_999)).code());
    assertEquals(0, stores.commandHistory().list(Optional.empty(), PageRequest.first(10)).size());
  }

  @Test
  public void whatIsNotInTheCatalogueIsQueuedWithAWarning() {
    assertEquals(
        List.of("The RequestType is not one of the 50 that are known here; a Mac may refuse it."),
        send(plist("Nonsense", ""), first.host()).warnings());
    assertEquals(
        List.of("Extra is not known; SecurityInfo takes no keys."),
        send(plist("SecurityInfo", ""), first.host()).warnings());
    assertEquals(2, stores.commandHistory().list(Optional.empty(), PageRequest.first(10)).size());
  }

  @Test
  public void skipsHostsWhoseMdmIsOff() {
    stores
        .enrollments()
        .checkOut(second.channel(), clock.instant(), Fixtures.activity("mdm_unenrolled"));
    Sent sent = send(plist("SecurityInfo", ""), first.host(), second.host());
    assertEquals(List.of(second.host()), sent.skipped());
    assertEquals(1, activities("ran_custom_mdm_command").size());
    assertEquals("commands.mdm_off", refused(plist("SecurityInfo", ""), second.host()).code());
  }

  @Test
  public void asksForEachLoadedHost() {
    FakeAccess access = FakeAccess.denyingAll();
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                commands(access)
                    .send(Fixtures.ADMIN, plist("SecurityInfo", ""), List.of(first.host())));
    assertEquals(MdmException.Kind.FORBIDDEN, refused.kind());
    assertEquals(
        List.of(new FakeAccess.Asked(Permission.RUN_COMMANDS, Optional.empty())), access.asked());
    assertEquals(0, activities("ran_custom_mdm_command").size());
  }

  @Test
  public void lockingOvertakes() {
    send(plist("SecurityInfo", "SLOW"), first.host());
    send(plist("DeviceLock", "LOCK"), first.host());
    byte[] body =
        stores
            .commandQueue()
            .exchange(Reports.idle(first.channel()), clock.instant())
            .orElseThrow();
    assertEquals(Optional.of("LOCK"), RawCommand.parse(body).uuid());
  }

  @Test
  public void isGivenUpAtTheDeadline() {
    Sent sent = send(plist("SecurityInfo", ""), first.host());
    clock.advance(DEADLINE);
    stores.commandQueue().expire(clock.instant(), 10);
    CommandRecord record = stores.commandHistory().find(sent.uuid()).get(0);
    assertEquals(CommandState.EXPIRED, record.state());
  }

  private CommandTrail trail(CommandUuid uuid) {
    return stores
        .commandTimeline()
        .ofCommand(uuid, Optional.of(first.host()), TeamScope.everywhere(), Optional.empty(), 1)
        .get(0);
  }

  @Test
  public void isUrgentByItsNatureOrWhenAsked() {
    HostId host = first.host();
    for (String type : List.of("DeviceLock", "EraseDevice", "RestartDevice", "ShutDownDevice")) {
      assertTrue(type, trail(send(plist(type, ""), host).uuid()).urgent());
    }
    assertFalse(trail(send(plist("Settings", ""), host).uuid()).urgent());
    Terms terms = new Terms(true, " asked\nby Jane ");
    Sent sent = commands.send(Fixtures.ADMIN, plist("Settings", ""), List.of(host), terms);
    assertTrue(trail(sent.uuid()).urgent());
    assertEquals("asked by Jane", trail(sent.uuid()).reason());
    Terms endless = new Terms(false, "x".repeat(201));
    assertEquals(
        "commands.long_reason",
        assertThrows(
                MdmException.class,
                () -> commands.send(Fixtures.ADMIN, plist("Settings", ""), List.of(host), endless))
            .code());
  }

  @Test
  public void theSameQuestionDoesNotPileUpAndAnOrderIsNotLost() {
    HostId host = first.host();
    CommandUuid asked = send(plist("SecurityInfo", ""), host).uuid();
    CommandUuid again = send(plist("SecurityInfo", ""), host).uuid();
    assertEquals(Optional.of(again), trail(asked).replacedBy());
    assertEquals(CommandState.QUEUED, trail(again).command().state());
    CommandUuid ordered = send(plist("Settings", ""), host).uuid();
    send(plist("Settings", ""), host);
    assertEquals(CommandState.QUEUED, trail(ordered).command().state());
  }

  @Test
  public void isNotSentToAMacThatMovesWhileItIsChecked() {
    TeamScope noTeam = TeamScope.of(Optional.empty());
    AdminCommands ofSomeTeams = commands(FakeAccess.within(noTeam));
    TeamId team =
        stores
            .teams()
            .create(
                new NewTeam("A", ""), clock.instant(), made -> Fixtures.activity("created_team"))
            .id();
    stores
        .hosts()
        .transfer(
            List.of(first.host()),
            Optional.of(team),
            clock.instant(),
            moved -> Fixtures.activity("transferred_hosts"));
    MdmException refused =
        assertThrows(
            MdmException.class,
            () ->
                ofSomeTeams.send(
                    Fixtures.ADMIN, plist("Settings", "MOVED"), List.of(first.host())));
    assertEquals("commands.unknown_host", refused.code());
    assertEquals(List.of(), stores.commandHistory().find(new CommandUuid("MOVED")));
  }

  @Test
  public void goesToTheUsersOfAMacWhereThatIsWanted() {
    Terms toUsers = new Terms(false, "", true);
    List<HostId> both = List.of(first.host(), second.host());
    byte[] invitation = plist("InviteToProgram", "");
    MdmException nobody =
        assertThrows(
            MdmException.class, () -> commands.send(Fixtures.ADMIN, invitation, both, toUsers));
    assertEquals("commands.no_user", nobody.code());
    ChannelId user =
        ChannelId.user(first.channel().device(), "0A1B2C3D-0000-4000-8000-000000000001");
    stores.enrollments().token(Fixtures.token(user, clock.instant()));
    Sent sent = commands.send(Fixtures.ADMIN, invitation, both, toUsers);
    assertEquals(List.of(second.host()), sent.skipped());
    assertEquals(1, activities("ran_custom_mdm_command").size());
    assertEquals(
        Optional.empty(),
        stores.commandQueue().exchange(Reports.idle(first.channel()), clock.instant()));
    assertTrue(stores.commandQueue().exchange(Reports.idle(user), clock.instant()).isPresent());
    MdmException wrong =
        assertThrows(
            MdmException.class,
            () -> commands.send(Fixtures.ADMIN, plist("EraseDevice", ""), both, toUsers));
    assertEquals("commands.device_channel", wrong.code());
  }

  @Test
  public void cancelsForSomeHostsAndSaysWhoHasItAlready() {
    Sent sent = send(plist("Settings", ""), first.host(), second.host());
    stores.commandQueue().exchange(Reports.idle(first.channel()), clock.instant());
    assertEquals(
        new Cancelled(0, 1), commands.cancel(Fixtures.ADMIN, sent.uuid(), List.of(first.host())));
    assertEquals(
        CommandState.QUEUED,
        stores.commandHistory().find(sent.uuid(), second.channel()).orElseThrow().state());
    Activity written = activities("canceled_mdm_command").get(0);
    assertEquals(first.host().value(), written.details().get("host_id"));
    assertEquals(Fixtures.serial(1), written.details().get("host_serial"));
    assertEquals("Ada Admin", trail(sent.uuid()).endedBy());
  }

  @Test
  public void cancelsForAllWhoWait() {
    Sent sent = send(plist("SecurityInfo", ""), first.host(), second.host());
    stores.commandQueue().exchange(Reports.idle(first.channel()), clock.instant());
    stores
        .commandQueue()
        .exchange(Reports.acknowledged(first.channel(), sent.uuid()), clock.instant());
    assertEquals(1, cancel(commands, sent.uuid()));
    assertEquals(1, activities("canceled_mdm_command").size());
    MdmException again = assertThrows(MdmException.class, () -> cancel(commands, sent.uuid()));
    assertEquals(MdmException.Kind.NOT_FOUND, again.kind());
    assertTrue(
        assertThrows(MdmException.class, () -> cancel(commands, CommandUuid.random()))
            .kind()
            .equals(MdmException.Kind.NOT_FOUND));
  }

  @Test
  public void cancelsForVeryManyInSteps() {
    List<HostId> all =
        IntStream.rangeClosed(3, 1203)
            .mapToObj(number -> Fixtures.enrolledMac(stores, number, clock.instant()).host())
            .toList();
    Sent sent = commands.send(Fixtures.ADMIN, plist("SecurityInfo", ""), all);
    List<Integer> steps = new ArrayList<>();
    CommandQueueStore counting =
        (CommandQueueStore)
            Proxy.newProxyInstance(
                CommandQueueStore.class.getClassLoader(),
                new Class<?>[] {CommandQueueStore.class},
                (self, method, values) -> {
                  if (method.getName().equals("cancel")) {
                    steps.add(((Map<?, ?>) values[1]).size());
                  }
                  return method.invoke(stores.commandQueue(), values);
                });
    AdminCommands counted =
        new AdminCommands(
            stores.hosts(),
            counting,
            stores.commandHistory(),
            FakeAccess.allowingAll(),
            DEADLINE,
            clock);
    assertEquals(1101, counted.cancel(Fixtures.ADMIN, sent.uuid(), all.subList(0, 1101)).waiting());
    assertEquals(List.of(1000, 101), steps);
    assertEquals(100, cancel(counted, sent.uuid()));
    assertEquals(100, activities("canceled_mdm_command").size());
  }
}
