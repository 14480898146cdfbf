package io.pomona.commands.timeline;

import io.pomona.api.PageRequest;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.CommandTimelineStore.Span;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened to commands, and what Macs wait for. */
@Component(service = Timelines.class)
public final class Timelines {
  private static final int WAITING = 20;
  private static final int PUSHES = 100;
  private static final int PUSHES_OF_A_PAGE = 1000;

  // A push is noted a little after the answer that it brought.
  private static final Duration NOTED_LATE = Duration.ofSeconds(5);

  private final CommandTimelineStore store;
  private final HostStore hosts;
  private final PushCertificates certificates;
  private final Clock clock;

  @Activate
  public Timelines(
      @Reference CommandTimelineStore store,
      @Reference HostStore hosts,
      @Reference PushCertificates certificates) {
    this(store, hosts, certificates, Clock.systemUTC());
  }

  Timelines(
      CommandTimelineStore store, HostStore hosts, PushCertificates certificates, Clock clock) {
    this.store = store;
    this.hosts = hosts;
    this.certificates = certificates;
    this.clock = clock;
  }

  /**
   * A Mac.
   *
   * @param sentence what it waits for
   * @param events of a page of its commands and the pushes in their time, newest first
   * @param next where the next page begins
   */
  public record OfHost(
      Host host,
      String sentence,
      ChannelStanding standing,
      Optional<PushRecord> lastPush,
      List<Event> events,
      Optional<Long> next) {}

  /**
   * A command on one Mac.
   *
   * @param sentence where it is
   * @param events newest first, with the pushes in its time
   */
  public record OfCommand(CommandTrail trail, String sentence, List<Event> events) {}

  public OfHost host(Host host, PageRequest page) {
    Situation situation = situation(host);
    List<CommandTrail> trails = store.ofHost(host.id(), page);
    boolean more = trails.size() == page.limit();
    Optional<Long> next =
        more ? Optional.of(trails.get(trails.size() - 1).command().id()) : Optional.empty();
    return new OfHost(
        host,
        WaitingReason.of(situation),
        situation.channel(),
        situation.pushes().stream().findFirst(),
        Events.newestFirst(trails, pushes(host, trails, page, more, situation.now())),
        next);
  }

  /** Those of the time that the page is about, so that each is on one page. */
  private List<PushRecord> pushes(
      Host host, List<CommandTrail> trails, PageRequest page, boolean more, Instant now) {
    Instant from = more ? createdAt(trails.get(trails.size() - 1)) : Instant.EPOCH;
    Instant to = page.after() == 0 ? now : until(host, page).orElse(now);
    Set<ChannelId> channels = new LinkedHashSet<>();
    host.udid().map(ChannelId::device).ifPresent(channels::add);
    trails.forEach(trail -> channels.add(trail.command().channel()));
    List<Span> spans = channels.stream().map(channel -> new Span(channel, from, to)).toList();
    return store.pushes(spans, PUSHES_OF_A_PAGE);
  }

  /** When the last command of the page before was queued. */
  private Optional<Instant> until(Host host, PageRequest page) {
    PageRequest before = new PageRequest(page.after() + 1, 0, 1);
    return store.ofHost(host.id(), before).stream()
        .findFirst()
        .map(trail -> createdAt(trail).minusNanos(1000));
  }

  private static Instant createdAt(CommandTrail trail) {
    return trail.command().createdAt();
  }

  /** A part of a command's Macs, by their channels. */
  public List<OfCommand> command(
      CommandUuid uuid,
      Optional<HostId> host,
      TeamScope scope,
      Optional<ChannelId> after,
      int limit) {
    List<CommandTrail> trails = store.ofCommand(uuid, host, scope, after, limit);
    Instant now = clock.instant();
    Map<ChannelId, List<PushRecord>> pushes =
        store
            .pushes(trails.stream().map(trail -> span(trail, now)).toList(), PUSHES_OF_A_PAGE)
            .stream()
            .collect(Collectors.groupingBy(PushRecord::channel));
    Map<HostId, Host> macs =
        hosts.findAll(trails.stream().map(trail -> trail.command().host()).toList()).stream()
            .collect(Collectors.toMap(Host::id, mac -> mac));
    return trails.stream()
        .map(
            trail ->
                new OfCommand(
                    trail,
                    CommandReason.of(trail, situation(trail, macs)),
                    Events.newestFirst(
                        List.of(trail), pushes.getOrDefault(trail.command().channel(), List.of()))))
        .toList();
  }

  private static Span span(CommandTrail trail, Instant now) {
    CommandRecord command = trail.command();
    Instant ended = trail.answered() ? command.updatedAt().plus(NOTED_LATE) : command.updatedAt();
    Instant end = command.state().isEnded() ? ended : now;
    return new Span(command.channel(), command.createdAt(), end);
  }

  private Situation situation(CommandTrail trail, Map<HostId, Host> macs) {
    Optional<Host> host = Optional.ofNullable(macs.get(trail.command().host()));
    return trail.command().state().isEnded() || host.isEmpty()
        ? nothing(host)
        : situation(host.get(), trail.command().channel());
  }

  private Situation situation(Host host) {
    return host.udid()
        .filter(udid -> host.mdm().isOn())
        .map(udid -> situation(host, ChannelId.device(udid)))
        .orElseGet(() -> nothing(Optional.of(host)));
  }

  private Situation nothing(Optional<Host> host) {
    return new Situation(
        false,
        Optional.empty(),
        ChannelStanding.NONE,
        List.of(),
        List.of(),
        host.flatMap(Host::lastSeenAt),
        clock.instant());
  }

  private Situation situation(Host host, ChannelId channel) {
    Instant now = clock.instant();
    Span ever = new Span(channel, Instant.EPOCH, now.plus(NOTED_LATE));
    return new Situation(
        host.mdm().isOn(),
        certificates.current(),
        store.standing(channel),
        store.waiting(channel, WAITING),
        store.pushes(List.of(ever), PUSHES),
        host.lastSeenAt(),
        now);
  }
}
