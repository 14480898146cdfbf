package io.pomona.testkit.memory;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.memory.LockTables.Mac;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryBypassCodeStore implements BypassCodeStore {
  private final World world;

  public InMemoryBypassCodeStore(World world) {
    this.world = world;
  }

  private Map<HostId, BypassFetch> fetches() {
    return world.locks.fetches;
  }

  @Override
  public boolean begin(BypassFetch fetch) {
    synchronized (world) {
      boolean known =
          fetch(fetch.host())
              .filter(before -> !before.enrolledAt().isBefore(fetch.enrolledAt()))
              .isPresent();
      boolean wanted = !known && world.hosts.containsKey(fetch.host());
      if (wanted) {
        fetches().put(fetch.host(), fetch);
      }
      return wanted;
    }
  }

  @Override
  public Optional<BypassFetch> fetch(HostId host) {
    synchronized (world) {
      return Optional.ofNullable(fetches().get(host)).filter(row -> world.host(host).isPresent());
    }
  }

  @Override
  public List<BypassFetch> due(Instant now, int limit) {
    synchronized (world) {
      return fetches().values().stream()
          .filter(row -> !row.received() && !row.nextAt().isAfter(now) && row.until().isAfter(now))
          .filter(row -> world.host(row.host()).filter(host -> host.mdm.isOn()).isPresent())
          .sorted(
              Comparator.comparing(BypassFetch::nextAt).thenComparing(row -> row.host().value()))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public boolean ask(BypassFetch fetch, CommandOrder command, Instant nextAt, Instant now) {
    synchronized (world) {
      boolean still =
          fetch(fetch.host())
              .filter(row -> row.enrolledAt().equals(fetch.enrolledAt()))
              .filter(row -> row.attempts() == fetch.attempts() && !row.received())
              .isPresent();
      if (still) {
        world.enqueue(List.of(command), now);
        fetches().put(fetch.host(), with(fetch, fetch.attempts() + 1, nextAt, false));
      }
      return still;
    }
  }

  private static BypassFetch with(BypassFetch row, int attempts, Instant next, boolean received) {
    return new BypassFetch(
        row.host(),
        row.device(),
        row.enrolledAt(),
        row.until(),
        attempts,
        next,
        received,
        received ? "" : row.detail());
  }

  @Override
  public void refused(HostId host, String detail) {
    synchronized (world) {
      fetch(host)
          .filter(row -> !row.received())
          .ifPresent(
              row ->
                  fetches()
                      .put(
                          host,
                          new BypassFetch(
                              host,
                              row.device(),
                              row.enrolledAt(),
                              row.until(),
                              row.attempts(),
                              row.nextAt(),
                              false,
                              detail)));
    }
  }

  @Override
  public boolean add(BypassCode code, byte[] sealed) {
    synchronized (world) {
      fetch(code.host())
          .filter(row -> row.enrolledAt().equals(code.enrolledAt()))
          .ifPresent(
              row -> fetches().put(row.host(), with(row, row.attempts(), row.nextAt(), true)));
      boolean isNew = world.locks.codes.putIfAbsent(code.command(), code) == null;
      if (isNew) {
        world.locks.keep(code.command(), code.udid(), sealed);
      }
      return isNew;
    }
  }

  @Override
  public List<BypassCode> history(HostId host, String serialNumber, String udid) {
    synchronized (world) {
      return LockTables.newestFirst(
              world.locks.codes,
              row ->
                  world.locks.isOf(
                      new Mac(host, serialNumber, udid),
                      row.command(),
                      row.host(),
                      row.serialNumber()))
          .toList();
    }
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    synchronized (world) {
      BypassCode row = world.locks.codes.get(command);
      if (row == null) {
        return Optional.empty();
      }
      world.locks.codes.put(
          command,
          new BypassCode(
              command,
              row.host(),
              row.serialNumber(),
              row.udid(),
              row.enrolledAt(),
              row.receivedAt(),
              Optional.of(now)));
      world.write(activity, now);
      return world.locks.sealed(command);
    }
  }
}
