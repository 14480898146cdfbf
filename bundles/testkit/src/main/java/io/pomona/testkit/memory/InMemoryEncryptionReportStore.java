package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.api.profiles.HostProfile;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryEncryptionReportStore implements EncryptionReportStore {
  private final World world;
  private final Encryptions encryptions;

  public InMemoryEncryptionReportStore(World world) {
    this.world = world;
    this.encryptions = new Encryptions(world);
  }

  @Override
  public Optional<EncryptionReport> find(HostId host) {
    synchronized (world) {
      return world.host(host).flatMap(world.encryption::row).flatMap(row -> row.report);
    }
  }

  @Override
  public void save(EncryptionReport report, Instant now) {
    synchronized (world) {
      world
          .host(report.host())
          .ifPresent(
              host ->
                  world
                      .encryption
                      .begun(host)
                      .filter(row -> row.enrolledAt.equals(report.enrolledAt()))
                      .ifPresent(row -> save(host, row, report, now)));
    }
  }

  private void save(HostRow host, EncryptionTables.Row row, EncryptionReport report, Instant now) {
    row.report = Optional.of(report);
    row.withProfile = encryptions.hasProfile(host);
    boolean open = report.encrypted().equals(Optional.of(false));
    if (row.inSetup && open && !waits(host)) {
      row.inSetup = false;
      host.mark(now);
    }
  }

  private Optional<ChannelRow> channel(HostRow host) {
    return host.udid.map(ChannelId::device).flatMap(world::channel).filter(it -> it.enabled);
  }

  private boolean waits(HostRow host) {
    return channel(host).filter(it -> it.awaitingConfiguration).isPresent();
  }

  @Override
  public void beginSetup(HostId host, Instant now) {
    synchronized (world) {
      world.host(host).flatMap(world.encryption::begun).ifPresent(row -> row.inSetup = true);
    }
  }

  @Override
  public Set<HostId> inSetup(Collection<HostId> hosts) {
    synchronized (world) {
      return hosts.stream()
          .filter(id -> world.host(id).filter(this::isInSetup).isPresent())
          .collect(Collectors.toSet());
    }
  }

  private boolean isInSetup(HostRow host) {
    return channel(host).filter(it -> it.automatic).isPresent()
        && (waits(host) || world.encryption.row(host).filter(row -> row.inSetup).isPresent());
  }

  @Override
  public List<Host> toAsk(Instant before, int limit) {
    synchronized (world) {
      return world.hosts.values().stream()
          .filter(row -> encryptions.isOpen(row) && isDue(row, before))
          .sorted(Comparator.comparing(this::askedAt))
          .limit(limit)
          .map(HostRow::toHost)
          .toList();
    }
  }

  private Instant askedAt(HostRow host) {
    return world.encryption.row(host).map(row -> row.askedAt).orElse(Instant.EPOCH);
  }

  private boolean isDue(HostRow host, Instant before) {
    Instant asked = askedAt(host);
    return asked.isBefore(before)
        || encryptions
            .profile(host)
            .map(HostProfile::updatedAt)
            .filter(asked::isBefore)
            .isPresent();
  }

  @Override
  public void ask(Collection<HostId> hosts, List<CommandOrder> questions, Instant now) {
    synchronized (world) {
      world.enqueue(questions, now);
      hosts.stream()
          .flatMap(id -> world.host(id).stream())
          .flatMap(host -> world.encryption.begun(host).stream())
          .forEach(row -> row.askedAt = now);
    }
  }
}
