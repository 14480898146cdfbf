package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.NewCommand;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.EncryptionReportStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
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
    if (row.report.filter(before -> isAlike(before, report)).isEmpty()) {
      row.ask(row.askSoonest, now);
    }
    row.report = Optional.of(report);
    row.withProfile = encryptions.hasProfile(host);
    if (row.withProfile && isSettled(report)) {
      row.askAt = Optional.empty();
    }
    boolean open = report.encrypted().equals(Optional.of(false));
    if (row.inSetup && open && !waits(host)) {
      row.inSetup = false;
      host.mark(now);
    }
  }

  private static boolean isAlike(EncryptionReport before, EncryptionReport report) {
    return before.encrypted().equals(report.encrypted()) && before.key() == report.key();
  }

  private static boolean isSettled(EncryptionReport report) {
    return report.encrypted().equals(Optional.of(true))
        && report.key() == EncryptionReport.Key.OPENS;
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
  public int ask(NewCommand question, Pauses pauses, int limit, Instant now) {
    synchronized (world) {
      List<HostRow> due =
          world.hosts.values().stream()
              .filter(host -> askAt(host).filter(at -> !at.isAfter(now)).isPresent())
              .sorted(Comparator.comparing(host -> askAt(host).orElseThrow()))
              .limit(limit)
              .toList();
      List<ChannelId> asked =
          due.stream()
              .filter(host -> isOpen(host, pauses, now))
              .flatMap(host -> host.udid.stream())
              .map(ChannelId::device)
              .filter(
                  channel ->
                      world.open(channel).stream().noneMatch(row -> row.isReplacedBy(question)))
              .toList();
      if (!asked.isEmpty()) {
        world.enqueue(List.of(new CommandOrder(question, asked)), now);
      }
      return due.size();
    }
  }

  private Optional<Instant> askAt(HostRow host) {
    return world.encryption.row(host).flatMap(row -> row.askAt);
  }

  private boolean isOpen(HostRow host, Pauses pauses, Instant now) {
    EncryptionTables.Row row = world.encryption.row(host).orElseThrow();
    row.askAt = Optional.empty();
    boolean open = encryptions.isOpen(host);
    if (open) {
      row.askAgain(pauses, now);
    }
    return open;
  }

  @Override
  public void hasten(HostId host, Instant now) {
    synchronized (world) {
      world
          .host(host)
          .flatMap(world.encryption::row)
          .filter(row -> row.askAt.isPresent())
          .ifPresent(row -> row.ask(Collections.max(List.of(row.askSoonest, now)), now));
    }
  }
}
