package io.pomona.commands.rest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandQueue;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandQueueStore.Cancelled;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.commands.rest.CommandViews.CancelRequest;
import io.pomona.commands.rest.CommandViews.CancelledAnswer;
import io.pomona.commands.rest.CommandViews.CommandView;
import io.pomona.commands.rest.CommandViews.EnqueueRequest;
import io.pomona.commands.rest.CommandViews.ResultView;
import io.pomona.commands.rest.CommandViews.ResultsAnswer;
import io.pomona.commands.rest.CommandViews.RunRequest;
import io.pomona.commands.rest.CommandViews.SentAnswer;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeAccess;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.lang.reflect.Proxy;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.junit.Test;

public class CommandResourceTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final Recorder recorder = new Recorder();
  private final CommandResource resource =
      new CommandResource(recorder, stores.hosts(), FakeAccess.allowingAll());
  private final CancelResource cancel =
      new CancelResource(recorder, stores.hosts(), FakeAccess.allowingAll());
  private final CommandHistoryResource history = history(FakeAccess.allowingAll());

  private CommandHistoryResource history(Access access) {
    return new CommandHistoryResource(
        stores.commandHistory(), stores.hosts(), access, stores.activities());
  }

  /** Skips everybody and keeps what it got. */
  private static final class Recorder implements CommandQueue {
    private byte[] plist = {};
    private List<HostId> hosts = List.of();
    private Terms terms = Terms.USUAL;

    @Override
    public Sent send(Actor actor, byte[] bytes, List<HostId> ids, Terms wanted) {
      terms = wanted;
      plist = bytes;
      hosts = ids;
      return new Sent(new CommandUuid("U-1"), "SecurityInfo", ids);
    }

    @Override
    public Cancelled cancel(Actor actor, CommandUuid uuid, List<HostId> ids) {
      hosts = ids;
      return new Cancelled(2, 1);
    }
  }

  private static final byte[] PLIST = {1, 2, 3, 4};

  /** Whoever sees one of two Macs of a name means that one. */
  @Test
  public void namesAreThoseOfHostsThatOneSees() {
    EnrolledMac other = Fixtures.enrolledMac(stores, 2, clock.instant());
    for (EnrolledMac named : List.of(mac, other)) {
      MacFacts facts = new MacFacts("S-" + named.host().value(), "MacBook", "", "", "", "");
      HostInventory nothing = new HostInventory(Optional.empty(), Optional.empty());
      stores.hosts().report(named.channel(), Optional.of(facts), nothing, clock.instant());
    }
    TeamId desks =
        stores
            .teams()
            .create(
                new NewTeam("Desks", ""), clock.instant(), t -> Fixtures.activity("created_team"))
            .id();
    Optional<TeamId> team = Optional.of(desks);
    stores
        .hosts()
        .transfer(List.of(other.host()), team, clock.instant(), move -> move.by(Fixtures.ADMIN));
    RunRequest request = new RunRequest("AQIDBA==", List.of("MacBook"), null, null, null);
    assertThrows(MdmException.class, () -> resource.run(Fixtures.ADMIN, request));
    new CommandResource(recorder, stores.hosts(), FakeAccess.within(TeamScope.of(team)))
        .run(Fixtures.ADMIN, request);
    assertEquals(List.of(other.host()), recorder.hosts);
  }

  @Test
  public void takesBase64WithAndWithoutPadding() {
    for (String text : new String[] {"AQIDBA==", "AQIDBA", " AQID\nBA== "}) {
      SentAnswer sent =
          resource.run(
              Fixtures.ADMIN,
              new RunRequest(text, List.of(mac.channel().device()), null, null, null));
      assertArrayEquals(PLIST, recorder.plist);
      assertEquals(List.of(mac.host()), recorder.hosts);
      assertEquals(
          new SentAnswer(
              "U-1", "SecurityInfo", List.of(mac.channel().device()), "darwin", List.of()),
          sent);
    }
  }

  @Test
  public void passesOnHowAndWhy() {
    List<String> hosts = List.of(mac.channel().device());
    resource.run(Fixtures.ADMIN, new RunRequest("AQIDBA", hosts, true, "asked by Jane", "user"));
    assertEquals(new CommandQueue.Terms(true, "asked by Jane", true), recorder.terms);
    resource.run(Fixtures.ADMIN, new RunRequest("AQIDBA", hosts, null, null, null));
    assertEquals(CommandQueue.Terms.USUAL, recorder.terms);
    assertRefused("commands.unknown_channel", new RunRequest("AQIDBA", hosts, null, null, "both"));
  }

  @Test
  public void servesOldAndNewClients() {
    String udid = mac.channel().device();
    resource.runAsBefore(Fixtures.ADMIN, new RunRequest("AQIDBA", List.of(udid), null, null, null));
    resource.enqueue(Fixtures.ADMIN, new EnqueueRequest("AQIDBA", List.of(udid, udid)));
    assertEquals(List.of(mac.host()), recorder.hosts);
  }

  @Test
  public void namesWhatIsWrong() {
    List<String> hosts = List.of(mac.channel().device());
    assertRefused("commands.missing", null);
    assertRefused("commands.missing", new RunRequest(null, hosts, null, null, null));
    assertRefused("commands.not_base64", new RunRequest("%%%", hosts, null, null, null));
    assertRefused("commands.no_hosts", new RunRequest("AQID", null, null, null, null));
    assertRefused("commands.no_hosts", new RunRequest("AQID", List.of(), null, null, null));
    assertRefused(
        "commands.unknown_host", new RunRequest("AQID", List.of("nobody"), null, null, null));
  }

  private void assertRefused(String code, RunRequest request) {
    MdmException refused =
        assertThrows(MdmException.class, () -> resource.run(Fixtures.ADMIN, request));
    assertEquals(code, refused.code());
  }

  @Test
  public void cancels() {
    CancelledAnswer all = cancel.cancel(Fixtures.ADMIN, "U-1");
    assertEquals(3, all.cancelled());
    assertEquals(1, all.underWay());
    assertTrue(all.message(), all.message().contains("1 Mac of them had fetched it already"));
    assertEquals(List.of(), recorder.hosts);
    cancel.cancelForOne(Fixtures.ADMIN, 7, "U-1");
    assertEquals(List.of(new HostId(7)), recorder.hosts);
    List<String> named = List.of(mac.channel().device());
    cancel.cancelFor(Fixtures.ADMIN, "U-1", new CancelRequest(named));
    assertEquals(List.of(mac.host()), recorder.hosts);
    cancel.cancelFor(Fixtures.ADMIN, "U-1", new CancelRequest(null));
    assertEquals(List.of(), recorder.hosts);
    MdmException refused =
        assertThrows(MdmException.class, () -> cancel.cancel(Fixtures.ADMIN, "no such"));
    assertEquals(MdmException.Kind.NOT_FOUND, refused.kind());
  }

  private CommandUuid answered() {
    return answered("admin");
  }

  private CommandUuid answered(String owner) {
    CommandQueueStore queue = stores.commandQueue();
    var order = Fixtures.order("SecurityInfo", owner, clock.instant(), mac.channel());
    queue.enqueue(List.of(order), List.of(), clock.instant());
    queue.exchange(Reports.idle(mac.channel()), clock.instant());
    CommandUuid uuid = order.command().uuid();
    queue.exchange(Reports.acknowledged(mac.channel(), uuid), clock.instant());
    return uuid;
  }

  @Test
  public void showsResultsWithPaddedBase64() {
    CommandUuid uuid = answered();
    ResultView result =
        history.resultsAsBefore(Fixtures.ADMIN, uri("command_uuid", uuid.value())).results().get(0);
    assertEquals("Acknowledged", result.status());
    assertEquals(mac.channel().device(), result.hostUuid());
    assertEquals(mac.channel().device(), result.deviceId());
    assertEquals("Mac 1", result.hostname());
    assertArrayEquals(
        Reports.acknowledged(mac.channel(), uuid).raw(),
        Base64.getDecoder().decode(result.result().orElseThrow()));
    assertEquals(0, result.payload().orElseThrow().length() % 4);
  }

  @Test
  public void aPageEndsBehindMuchThatMacsHaveSaid() {
    String much = "x".repeat(7 << 20);
    EnrolledMac[] macs = {
      mac,
      Fixtures.enrolledMac(stores, 2, clock.instant()),
      Fixtures.enrolledMac(stores, 3, clock.instant())
    };
    var order =
        Fixtures.order(
            "InstalledApplicationList",
            "admin",
            clock.instant(),
            Stream.of(macs).map(EnrolledMac::channel).toArray(ChannelId[]::new));
    CommandUuid uuid = order.command().uuid();
    stores.commandQueue().enqueue(List.of(order), List.of(), clock.instant());
    for (EnrolledMac each : macs) {
      stores.commandQueue().exchange(Reports.idle(each.channel()), clock.instant());
      stores
          .commandQueue()
          .exchange(Reports.acknowledged(each.channel(), uuid, "Much", much), clock.instant());
    }
    ResultsAnswer first = history.results(Fixtures.ADMIN, uri("command_uuid", uuid.value()));
    assertEquals(2, first.results().size());
    String after = first.nextAfter().orElseThrow();
    assertEquals(macs[1].channel().value(), after);
    ResultsAnswer rest =
        history.results(Fixtures.ADMIN, uri("command_uuid", uuid.value(), "after", after));
    assertEquals(1, rest.results().size());
    assertEquals(Optional.empty(), rest.nextAfter());
  }

  @Test
  public void theResultOfOneHostIsFoundAmongMany() {
    EnrolledMac other = Fixtures.enrolledMac(stores, 2, clock.instant());
    var order =
        Fixtures.order("ProfileList", "admin", clock.instant(), mac.channel(), other.channel());
    String uuid = order.command().uuid().value();
    stores.commandQueue().enqueue(List.of(order), List.of(), clock.instant());
    String id = Long.toString(other.host().value());
    ResultsAnswer found = history.results(Fixtures.ADMIN, uri("command_uuid", uuid, "host_id", id));
    assertEquals(
        List.of(other.channel().value()),
        found.results().stream().map(ResultView::deviceId).toList());
    assertEquals(Optional.empty(), found.nextAfter());
    assertEquals(
        MdmException.Kind.NOT_FOUND,
        assertThrows(
                MdmException.class,
                () ->
                    history.results(Fixtures.ADMIN, uri("command_uuid", uuid, "host_id", "99999")))
            .kind());
  }

  @Test
  public void whoMayOnlyLookDoesNotSeeWhatWasSent() {
    CommandUuid uuid = answered();
    CommandHistoryResource ofAnObserver = history(FakeAccess.allowing(Permission.VIEW_COMMANDS));
    ResultView result =
        ofAnObserver.results(Fixtures.ADMIN, uri("command_uuid", uuid.value())).results().get(0);
    assertEquals("it may hold a PIN", Optional.empty(), result.payload());
    assertEquals(true, result.result().isPresent());
  }

  @Test
  public void goesOnBelowTheLastIdThatItShowed() {
    CommandUuid oldest = answered();
    answered();
    long last = history.list(Fixtures.ADMIN, uri("per_page", "1")).results().get(0).id();
    assertEquals(
        List.of(oldest.value()),
        history.list(Fixtures.ADMIN, uri("after", Long.toString(last))).results().stream()
            .map(CommandView::commandUuid)
            .toList());
  }

  @Test
  public void whatPomonaSentByItselfIsNotShown() {
    CommandUuid uuid = answered("enrollment-renewal");
    ResultView result =
        history.results(Fixtures.ADMIN, uri("command_uuid", uuid.value())).results().get(0);
    assertEquals("its body may hold a challenge", Optional.empty(), result.payload());
  }

  @Test
  public void resultsOfUnknownCommandsAreNotFound() {
    for (String uuid : new String[] {"U-unknown", "../x"}) {
      MdmException refused =
          assertThrows(
              MdmException.class, () -> history.results(Fixtures.ADMIN, uri("command_uuid", uuid)));
      assertEquals("commands.unknown", refused.code());
    }
    assertThrows(MdmException.class, () -> history.resultsAtFirst(Fixtures.ADMIN, uri()));
  }

  @Test
  public void listsNewestFirst() {
    CommandUuid older = answered();
    CommandUuid newer = answered();
    List<String> listed =
        history
            .list(Fixtures.ADMIN, uri("per_page", "1000", "order_direction", "desc"))
            .results()
            .stream()
            .map(CommandView::commandUuid)
            .toList();
    assertEquals(List.of(newer.value(), older.value()), listed);
    assertEquals(
        2,
        history
            .listAsBefore(Fixtures.ADMIN, uri("host_identifier", Fixtures.serial(1)))
            .results()
            .size());
    for (UriInfo bad :
        List.of(
            uri("per_page", "0"),
            uri("per_page", "x"),
            uri("page", "-1"),
            uri("page", "99999999999"),
            uri("host_identifier", "nobody"))) {
      assertThrows(MdmException.class, () -> history.listAtFirst(Fixtures.ADMIN, bad));
    }
  }

  @Test
  public void othersAreRefused() {
    CommandUuid uuid = answered();
    CommandHistoryResource closed = history(FakeAccess.denyingAll());
    assertThrows(
        MdmException.class,
        () -> closed.results(Fixtures.ADMIN, uri("command_uuid", uuid.value())));
    assertThrows(MdmException.class, () -> closed.list(Fixtures.ADMIN, uri()));
  }

  private static UriInfo uri(String... namesAndValues) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            CommandResourceTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> parameters);
  }
}
