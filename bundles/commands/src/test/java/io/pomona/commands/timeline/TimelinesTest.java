package io.pomona.commands.timeline;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.PageRequest;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.api.organization.TeamScope;
import io.pomona.commands.timeline.Timelines.OfCommand;
import io.pomona.commands.timeline.Timelines.OfHost;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Fixtures.EnrolledMac;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class TimelinesTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final EnrolledMac mac = Fixtures.enrolledMac(stores, 1, clock.instant());
  private final ChannelId channel = mac.channel();
  private final Timelines timelines =
      new Timelines(stores.commandTimeline(), stores.hosts(), new Certificate(), clock);

  /** Good for a hundred days. */
  private final class Certificate implements PushCertificates {
    @Override
    public Optional<PushCertificateInfo> current() {
      return Optional.of(
          new PushCertificateInfo(
              Fixtures.TOPIC, "cn", "1", "ca", SettableClock.START.plus(Duration.ofDays(100))));
    }
  }

  private CommandUuid queue(NewCommand command, ChannelId... channels) {
    stores
        .commandQueue()
        .enqueue(List.of(new CommandOrder(command, List.of(channels))), List.of(), clock.instant());
    clock.advance(Duration.ofSeconds(10));
    return command.uuid();
  }

  private NewCommand command(String type, int priority) {
    return Fixtures.command(type, "admin", priority, clock.instant(), Optional.empty());
  }

  private void push(Outcome outcome, String reason) {
    stores.wakes().lease(10, clock.instant(), Duration.ofMinutes(1));
    stores
        .wakes()
        .pushed(
            List.of(
                new Pushed(
                    channel,
                    Fixtures.push(channel.value()),
                    PushVerdict.of(outcome, reason),
                    clock.instant().plusSeconds(60),
                    clock.instant())));
    clock.advance(Duration.ofSeconds(10));
  }

  private void poll() {
    stores.commandQueue().exchange(Reports.idle(channel), clock.instant());
    clock.advance(Duration.ofSeconds(1));
  }

  private OfHost host(PageRequest page) {
    return timelines.host(stores.hosts().find(mac.host()).orElseThrow(), page);
  }

  private static List<String> kinds(List<Event> newestFirst) {
    return newestFirst.stream().map(event -> event.kind().label()).toList();
  }

  @Test
  public void theWholeWayOfACommand() {
    CommandUuid uuid = queue(command("Settings", 0).because("asked by Jane"), channel);
    push(Outcome.UNAVAILABLE, "away");
    push(Outcome.ACCEPTED, "");
    poll();
    stores.commandQueue().exchange(Reports.notNow(channel, uuid), clock.instant());
    clock.advance(Duration.ofMinutes(1));
    poll();
    stores.commandQueue().exchange(Reports.acknowledged(channel, uuid), clock.instant());
    OfCommand way =
        timelines
            .command(uuid, Optional.of(mac.host()), TeamScope.everywhere(), Optional.empty(), 10)
            .get(0);
    assertEquals(
        List.of("answered", "retried", "not_now", "handed_out", "pushed", "push_failed", "queued"),
        kinds(way.events()));
    Event queued = way.events().get(6);
    assertEquals("Queued: asked by Jane", queued.text());
    assertEquals("Pomona", queued.by());
    assertEquals(SettableClock.START, queued.time());
    assertEquals("APNs could not be reached (away).", way.events().get(5).text());
    assertTrue(way.sentence(), way.sentence().endsWith("The Mac acknowledged it."));
    assertEquals(kinds(way.events()), kinds(host(PageRequest.first(10)).events()));
  }

  @Test
  public void endsWithoutAnAnswer() {
    CommandUuid replaced = queue(command("ProfileList", 0).about("list"), channel);
    CommandUuid newer = queue(command("ProfileList", 0).about("list"), channel);
    poll();
    stores
        .commandQueue()
        .cancel(newer, Map.of(channel, Fixtures.activity("canceled_mdm_command")), clock.instant());
    clock.advance(Duration.ofSeconds(10));
    NewCommand late =
        Fixtures.command(
            "Settings", "admin", 0, clock.instant(), Optional.of(clock.instant().plusSeconds(1)));
    queue(late, channel);
    stores.commandQueue().expire(clock.instant(), 10);
    List<Event> events = host(PageRequest.first(10)).events();
    assertEquals(
        List.of("expired", "queued", "cancelled", "handed_out", "superseded", "queued", "queued"),
        kinds(events));
    assertEquals(
        "Cancelled. The Mac had fetched it, and may have carried it out.", events.get(2).text());
    assertEquals("The newer command " + newer.value() + " took its place.", events.get(4).text());
    assertEquals(replaced, events.get(4).command().orElseThrow().command().uuid());
  }

  @Test
  public void refusalsAreToldInTheMacsWords() {
    CommandUuid uuid = queue(command("Settings", 0), channel);
    poll();
    stores
        .commandQueue()
        .exchange(
            Reports.error(channel, uuid, "MCMDMErrorDomain", 12021, "No such thing"),
            clock.instant());
    String text = host(PageRequest.first(10)).events().get(0).text();
    assertTrue(text, text.startsWith("The Mac refused it: "));
    assertTrue(text, text.contains("No such thing"));
  }

  @Test
  public void aHostInPagesShowsEachStepOnce() {
    queue(command("Settings", 0), channel);
    push(Outcome.ACCEPTED, "");
    queue(command("ProfileList", 0), channel);
    push(Outcome.ACCEPTED, "");
    OfHost first = host(PageRequest.first(1));
    assertEquals(List.of("pushed", "queued"), kinds(first.events()));
    OfHost second = host(new PageRequest(first.next().orElseThrow(), 0, 1));
    assertEquals(List.of("pushed", "queued"), kinds(second.events()));
    OfHost third = host(new PageRequest(second.next().orElseThrow(), 0, 1));
    assertEquals(List.of(), kinds(third.events()));
    assertEquals(Optional.empty(), third.next());
  }

  @Test
  public void aHostSaysWhatItWaitsFor() {
    queue(command("Settings", 0), channel);
    push(Outcome.ACCEPTED, "");
    OfHost pending = host(PageRequest.first(10));
    assertEquals(
        "Settings waits: the Mac was pushed to 10 seconds ago and has not polled yet.",
        pending.sentence());
    assertEquals(1, pending.standing().waiting());
    assertEquals(Outcome.ACCEPTED, pending.lastPush().orElseThrow().outcome());
    stores.enrollments().checkOut(channel, clock.instant(), Fixtures.activity("mdm_unenrolled"));
    OfHost off = host(PageRequest.first(10));
    assertTrue(off.sentence(), off.sentence().startsWith("MDM is off"));
    assertEquals("Cancelled: The Mac's enrollment has ended.", off.events().get(0).text());
  }

  @Test
  public void aCommandForManySaysForEachWhereItIs() {
    EnrolledMac other = Fixtures.enrolledMac(stores, 2, clock.instant());
    CommandUuid uuid = queue(command("Settings", 0), channel, other.channel());
    CommandUuid urgent = queue(command("DeviceLock", NewCommand.URGENT), channel);
    List<OfCommand> ways =
        timelines.command(uuid, Optional.empty(), TeamScope.everywhere(), Optional.empty(), 10);
    assertEquals(2, ways.size());
    assertTrue(
        ways.get(0).sentence(),
        ways.get(0).sentence().startsWith("It waits behind Urgent DeviceLock. "));
    assertTrue(ways.get(1).sentence(), ways.get(1).sentence().startsWith("Settings waits: "));
    OfCommand lock =
        timelines
            .command(urgent, Optional.empty(), TeamScope.everywhere(), Optional.empty(), 10)
            .get(0);
    assertEquals("Queued before all that is routine.", lock.events().get(0).text());
  }
}
