package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.IdentityBinding;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.outbox.OutboxTopic;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryEnrollmentStore implements EnrollmentStore {
  private final World world;

  public InMemoryEnrollmentStore(World world) {
    this.world = world;
  }

  @Override
  public HostId start(EnrollmentStart start) {
    synchronized (world) {
      BindingRow before = world.bindings.get(start.certificateSha256());
      if (before == null) {
        return begin(start).id;
      }
      if (!before.device.equals(start.device()) || world.channel(start.device()).isEmpty()) {
        throw MdmException.forbidden(
            "enrollment.certificate_bound", "This certificate has begun an enrollment before.");
      }
      return world.channels.get(start.device()).host;
    }
  }

  private HostRow begin(EnrollmentStart start) {
    ChannelId device = start.device();
    HostRow host = hostFor(start);
    boolean renewal = start.renewal() && world.channel(device).filter(c -> c.begun).isPresent();
    if (renewal) {
      bindingsOf(device).forEach(row -> row.current = false);
      world.renewals.rest(device, start.now());
    } else {
      forget(device, host, start.now());
      ChannelRow row = new ChannelRow(device, host.id, start.topic());
      row.automatic = start.automatic();
      world.channels.put(device, row);
    }
    world.bindings.put(
        start.certificateSha256(), new BindingRow(start.certificateSha256(), device));
    host.take(start.facts());
    return host;
  }

  private HostRow hostFor(EnrollmentStart start) {
    String udid = start.device().device();
    HostRow host =
        world.hosts.values().stream()
            .filter(row -> row.udid.equals(Optional.of(udid)))
            .findFirst()
            .or(() -> bySerial(start.facts().serialNumber()))
            .orElseGet(() -> create(start));
    host.udid
        .filter(other -> !other.equals(udid))
        .map(ChannelId::device)
        .ifPresent(other -> forget(other, host, start.now()));
    host.udid = Optional.of(udid);
    return host;
  }

  private Optional<HostRow> bySerial(String serial) {
    return world.hosts.values().stream()
        .filter(row -> !serial.isEmpty() && row.facts.serialNumber().equals(serial))
        .findFirst();
  }

  private HostRow create(EnrollmentStart start) {
    HostRow row = new HostRow(new HostId(world.nextId()), start.facts(), start.now());
    row.team = start.team().filter(team -> world.teams.containsKey(team.value()));
    world.hosts.put(row.id, row);
    return row;
  }

  private List<BindingRow> bindingsOf(ChannelId device) {
    return world.bindings.values().stream().filter(row -> row.device.equals(device)).toList();
  }

  private void forget(ChannelId device, HostRow host, Instant now) {
    endAll(device, host, now);
    bindingsOf(device).forEach(row -> row.ended = true);
    world.channels.keySet().removeIf(id -> id.isUser() && id.deviceChannel().equals(device));
  }

  private void endAll(ChannelId device, HostRow host, Instant now) {
    for (ChannelRow row : world.channelsOf(device)) {
      world
          .open(row.channel)
          .forEach(
              open -> {
                open.detail = "The Mac's enrollment has ended.";
                world.cancel(open, "Pomona", now);
              });
      row.end();
    }
    world.hostProfiles.removeAll(host.id);
    world.declarative.forget(world, host.id);
    world.updates.nudgeDue.forget(host.id);
    world.renewals.forget(device);
    host.mdm = MdmStatus.OFF;
    host.refetchRequested = false;
    host.dirtyAt = Optional.empty();
  }

  @Override
  public boolean token(TokenChange change) {
    synchronized (world) {
      ChannelId device = change.channel().deviceChannel();
      ChannelRow deviceRow =
          world
              .channel(device)
              .filter(row -> row.begun)
              .orElseThrow(
                  () ->
                      MdmException.notFound(
                          "enrollment.not_begun", "This Mac has not begun to enroll."));
      world.requireUnused(change.onFirst());
      ChannelRow row =
          world.channels.computeIfAbsent(
              change.channel(), id -> new ChannelRow(id, deviceRow.host, change.push().topic()));
      boolean first = !row.tokened;
      take(row, change);
      if (first) {
        first(row, change);
      }
      world.publish(
          first ? OutboxTopic.ENROLLED : OutboxTopic.TOKEN_UPDATED,
          row.channel,
          Optional.empty(),
          change.now());
      return first;
    }
  }

  private void take(ChannelRow row, TokenChange change) {
    row.push = Optional.of(change.push());
    row.topic = change.push().topic();
    row.tokenAt = change.now();
    row.tokenOutOfUse = false;
    row.begun = true;
    row.tokened = true;
    row.enabled = true;
    row.nextPush = Optional.of(change.now());
    row.attempts = 0;
    change.awaitingConfiguration().ifPresent(value -> row.awaitingConfiguration = value);
  }

  private void first(ChannelRow row, TokenChange change) {
    world.enqueue(change.onFirst(), change.now());
    if (!row.channel.isUser()) {
      HostRow host = world.hosts.get(row.host);
      host.mdm = row.automatic ? MdmStatus.ON_AUTOMATIC : MdmStatus.ON_MANUAL;
      host.enrolledAt = Optional.of(change.now());
      host.mark(change.now());
      world.declarative.marks.mark(host, change.now());
      world.updates.nudgeDue.mark(host, change.now());
      world.write(change.activity(), change.now());
    }
  }

  @Override
  public void checkOut(ChannelId device, Instant now, ActivityDraft activity) {
    synchronized (world) {
      world
          .channel(device)
          .filter(row -> row.begun)
          .ifPresent(
              row -> {
                endAll(device, world.hosts.get(row.host), now);
                bindingsOf(device).forEach(binding -> binding.ended = true);
                world.write(activity, now);
                world.publish(OutboxTopic.CHECKED_OUT, device, Optional.empty(), now);
              });
    }
  }

  @Override
  public Optional<IdentityBinding> binding(String certificateSha256) {
    synchronized (world) {
      return Optional.ofNullable(world.bindings.get(certificateSha256))
          .filter(row -> !row.ended)
          .map(row -> row.toBinding(isUnsettled(row)));
    }
  }

  private boolean isUnsettled(BindingRow binding) {
    return bindingsOf(binding.device).stream().anyMatch(row -> row != binding && !row.ended);
  }

  @Override
  public Optional<Enrollment> find(ChannelId channel) {
    synchronized (world) {
      return world.channel(channel).map(ChannelRow::toEnrollment);
    }
  }

  @Override
  public void seen(ChannelId channel, Instant now) {
    synchronized (world) {
      world.channel(channel).ifPresent(row -> row.lastSeenAt = Optional.of(now));
      world.hostOf(channel).ifPresent(row -> row.lastSeenAt = Optional.of(now));
    }
  }

  @Override
  public void settleIdentity(ChannelId device, String certificateSha256) {
    synchronized (world) {
      boolean current =
          bindingsOf(device).stream()
              .anyMatch(row -> row.current && !row.ended && row.sha256.equals(certificateSha256));
      if (current) {
        bindingsOf(device).stream()
            .filter(row -> !row.sha256.equals(certificateSha256))
            .forEach(row -> row.ended = true);
      }
    }
  }
}
