package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Test;

/** Whatever gets lost, a status goes on, and meanwhile it says what it waits for. */
public class NeverStuckTest {
  private static final String SAVER = "org.example.saver";

  private final ProfilesWorld world = new ProfilesWorld();
  private final ProfileDetail detail =
      new ProfileDetail(world.stores.commandHistory(), world.clock);
  private final WaitingProfiles watch =
      new WaitingProfiles(world.stores.hostProfiles(), world.clock);

  private final TestMac mac = world.mac(1);

  public NeverStuckTest() {
    world.add(SAVER, 300);
  }

  private Host host() {
    return world.stores.hosts().find(mac.mac.host()).orElseThrow();
  }

  private String words() {
    return detail.of(host(), world.row(mac));
  }

  private void assertWords(String... parts) {
    String words = words();
    for (String part : parts) {
      assertTrue(words, words.contains(part));
    }
  }

  private CommandUuid command() {
    return world.row(mac).command().orElseThrow();
  }

  private CommandState state(CommandUuid uuid) {
    return world.stores.commandHistory().find(uuid, mac.mac.channel()).orElseThrow().state();
  }

  private Optional<byte[]> exchange(CommandReportEntry entry) {
    world.clock.advance(Duration.ofMillis(10));
    return world.stores.commandQueue().exchange(entry, world.clock.instant());
  }

  /** The Mac does what it is told, and what it answers is lost. */
  private void installUnheard() {
    exchange(Reports.idle(mac.mac.channel()));
    HostProfile row = world.row(mac);
    mac.installed.put(row.identifier(), row.payloadUuid());
  }

  private void listNow() {
    CommandBatch batch = new CommandBatch(world.clock.instant());
    batch.list(mac.mac.channel());
    world.stores.commandQueue().enqueue(batch.orders(), List.of(), world.clock.instant());
    mac.poll();
    world.deliver();
  }

  @Test
  public void aLostAnswerIsMadeUpForByTheNextPoll() {
    world.reconciler.reconcile();
    installUnheard();
    assertEquals(CommandState.SENT, state(command()));
    assertWords("Waits for the Mac's answer", command().value());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aLostAnswerIsMadeUpForByTheListWhenTheMacIsBusyEverAfter() {
    world.reconciler.reconcile();
    installUnheard();
    CommandUuid install = command();
    exchange(Reports.notNow(mac.mac.channel(), install));
    assertWords("said NotNow", install.value());
    world.clock.advance(Duration.ofDays(3));
    assertWords("3 days ago");
    CommandBatch batch = new CommandBatch(world.clock.instant());
    CommandUuid list = batch.list(mac.mac.channel());
    world.stores.commandQueue().enqueue(batch.orders(), List.of(), world.clock.instant());
    exchange(Reports.idle(mac.mac.channel()));
    exchange(Reports.notNow(mac.mac.channel(), install));
    assertEquals(CommandState.SENT, state(list));
    exchange(
        Reports.acknowledged(
            mac.mac.channel(),
            list,
            "ProfileList",
            List.of(io.pomona.testkit.SampleProfiles.listed(SAVER, world.row(mac).payloadUuid()))));
    world.deliver();
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals("what has happened is not repeated", CommandState.CANCELLED, state(install));
  }

  @Test
  public void aListWhoseAnswerIsLostIsAskedForAgain() {
    world.reconciler.reconcile();
    mac.poll();
    world.deliver();
    world.reconciler.reconcile();
    exchange(Reports.idle(mac.mac.channel()));
    assertEquals(ProfileStatus.VERIFYING, world.status(mac));
    assertWords("waits for the Mac's profile list", command().value());
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void aListThatWasForgottenIsAskedForAgainAtTheSweep() {
    world.reconciler.reconcile();
    mac.poll();
    world.deliver();
    world.reconciler.reconcile();
    mac.poll();
    world.stores.outbox().done(world.news().stream().map(OutboxItem::id).toList());
    world.clock.advance(Duration.ofHours(25));
    assertWords("waits to be looked for");
    assertEquals(Level.WARNING, line().level());
    assertTrue(line().message(), line().message().contains("1 to be looked for"));
    world.reconciler.sweep();
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void whatExpiredOrWasCancelledIsSentAgain() {
    world.reconciler.reconcile();
    world
        .stores
        .commandQueue()
        .cancel(
            command(),
            Map.of(mac.mac.channel(), Fixtures.activity("canceled_mdm_command")),
            world.clock.instant());
    assertWords("Ended just now: command", "daily check");
    world.deliver();
    assertWords("Waits to be sent");
    world.settle(mac);
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
  }

  @Test
  public void whatWasMissedIsVerifiedWhenItShowsAfterAll() {
    world.settle(mac);
    mac.installed.clear();
    String uuid = world.row(mac).payloadUuid();
    for (int i = 0; i < 4; i++) {
      world.clock.advance(Duration.ofHours(13));
      world.reconciler.sweep();
      world.settle(mac);
      mac.installed.clear();
    }
    assertEquals(ProfileStatus.FAILED, world.status(mac));
    mac.installed.put(SAVER, uuid);
    listNow();
    assertEquals(ProfileStatus.VERIFIED, world.status(mac));
    assertEquals("", words());
  }

  private StatusLine line() {
    world.clock.advance(WaitingProfiles.KEPT.plusSeconds(1));
    return watch.check().get(0);
  }

  @Test
  public void theWatchdogCountsByReasonAndBlamesNoMac() {
    assertEquals(Level.OK, line().level());
    world.reconciler.reconcile();
    world.clock.advance(WaitingProfiles.LONG);
    assertWords("Waits for the Mac: command " + command().value() + " queued 24 hours ago; Mac ");
    assertEquals(Level.OK, line().level());
    assertTrue(line().message(), line().message().contains("1 for Macs that have not asked"));
    world.settle(mac);
    assertTrue(line().message(), line().message().contains("No profile has waited"));
  }

  /** The reconciler reads, others write, and then it writes what follows from what it has read. */
  private void reconcileWhile(Runnable meanwhile) {
    AtomicBoolean done = new AtomicBoolean();
    HostProfileStore slow =
        (HostProfileStore)
            Proxy.newProxyInstance(
                HostProfileStore.class.getClassLoader(),
                new Class<?>[] {HostProfileStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("save") && done.compareAndSet(false, true)) {
                    meanwhile.run();
                  }
                  return method.invoke(world.stores.hostProfiles(), arguments);
                });
    new Reconciler(slow, world.stores.commandHistory(), world.contributors, world.clock)
        .reconcile();
    assertTrue(done.get());
  }

  @Test
  public void aListThatIsAnsweredWhileMoreIsToBeLookedForIsAskedForAgain() {
    world.settle(mac);
    world.add("org.example.dock", 60);
    world.reconciler.reconcile();
    mac.poll();
    List<OutboxItem> dock = world.news();
    world.add("org.example.clock", 60);
    world.reconciler.reconcile();
    dock.forEach(world::tell);
    world.reconciler.reconcile();
    exchange(Reports.idle(mac.mac.channel()));
    CommandUuid clock = row("org.example.clock").command().orElseThrow();
    mac.installed.put("org.example.clock", row("org.example.clock").payloadUuid());
    exchange(Reports.acknowledged(mac.mac.channel(), clock));
    world.deliver();
    assertEquals(ProfileStatus.VERIFYING, row("org.example.clock").status());
    assertEquals(ProfileStatus.VERIFYING, row("org.example.dock").status());
    reconcileWhile(
        () -> {
          mac.poll();
          world.deliver();
          assertEquals(ProfileStatus.VERIFIED, row("org.example.clock").status());
        });
    world.settle(mac);
    world.rows(mac).forEach(row -> assertEquals(ProfileStatus.VERIFIED, row.status()));
  }

  private HostProfile row(String identifier) {
    return world.rows(mac).stream()
        .filter(row -> row.identifier().equals(identifier))
        .findFirst()
        .orElseThrow();
  }

  @Test
  public void ofManyHostsTheCommandsAreReadAtOnce() {
    TestMac other = world.mac(2);
    world.reconciler.reconcile();
    List<String> calls = new ArrayList<>();
    CommandHistoryStore counting =
        (CommandHistoryStore)
            Proxy.newProxyInstance(
                CommandHistoryStore.class.getClassLoader(),
                new Class<?>[] {CommandHistoryStore.class},
                (self, method, values) -> {
                  calls.add(method.getName());
                  return method.invoke(world.stores.commandHistory(), values);
                });
    List<Host> hosts = world.stores.hosts().findAll(List.of(mac.mac.host(), other.mac.host()));
    List<HostProfile> rows = List.of(world.row(mac), world.row(other));
    Map<HostProfile, String> words = new ProfileDetail(counting, world.clock).of(hosts, rows);
    assertEquals(List.of("findAll"), calls);
    assertEquals(2, words.size());
    rows.forEach(
        row ->
            assertTrue(
                words.get(row),
                words
                    .get(row)
                    .startsWith("Waits for the Mac: command " + row.command().get().value())));
  }
}
