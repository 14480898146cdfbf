package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.OsUpdateDue;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateReport;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.OsUpdateStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

public final class InMemoryOsUpdateStore implements OsUpdateStore {
  private final World world;

  public InMemoryOsUpdateStore(World world) {
    this.world = world;
  }

  @Override
  public OsUpdateStanding of(HostId host) {
    synchronized (world) {
      return world.host(host).isEmpty()
          ? OsUpdateStanding.NOTHING
          : world.updates.standings.getOrDefault(host, OsUpdateStanding.NOTHING);
    }
  }

  private void change(HostId host, UnaryOperator<OsUpdateStanding> step) {
    if (world.host(host).isPresent()) {
      world.updates.standings.put(host, step.apply(of(host)));
    }
  }

  private static boolean isNewer(OsUpdateReport report, Optional<OsUpdateReport> before) {
    return before.filter(known -> known.at().isAfter(report.at())).isEmpty();
  }

  @Override
  public void listed(HostId host, OsUpdateReport available) {
    synchronized (world) {
      change(
          host,
          was ->
              isNewer(available, was.available())
                  ? new OsUpdateStanding(
                      Optional.of(available),
                      was.order(),
                      was.results(),
                      was.failure(),
                      was.progress(),
                      was.askAt())
                  : was);
    }
  }

  @Override
  public void order(
      HostId host,
      OsUpdateOrder order,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    synchronized (world) {
      if (!world.host(host).map(row -> within.includes(row.team)).orElse(true)) {
        throw MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
      }
      world.enqueue(List.of(command), now);
      change(
          host,
          was ->
              new OsUpdateStanding(
                  was.available(),
                  Optional.of(order),
                  Optional.empty(),
                  "",
                  was.progress(),
                  Optional.empty()));
      world.write(activity, now);
    }
  }

  @Override
  public void answered(
      HostId host,
      CommandUuid order,
      Optional<OsUpdateReport> results,
      String failure,
      Optional<Instant> askAt) {
    synchronized (world) {
      change(
          host,
          was ->
              was.order().filter(known -> known.command().equals(order)).isEmpty()
                  ? was
                  : new OsUpdateStanding(
                      was.available(), was.order(), results, failure, was.progress(), askAt));
    }
  }

  @Override
  public void progressed(HostId host, OsUpdateReport progress) {
    synchronized (world) {
      change(
          host,
          was ->
              isNewer(progress, was.progress())
                  ? new OsUpdateStanding(
                      was.available(),
                      was.order(),
                      was.results(),
                      was.failure(),
                      Optional.of(progress),
                      was.askAt())
                  : was);
    }
  }

  @Override
  public List<OsUpdateDue> due(Instant now, int limit) {
    synchronized (world) {
      return world.updates.standings.entrySet().stream()
          .filter(each -> world.host(each.getKey()).isPresent())
          .filter(each -> each.getValue().askAt().filter(at -> !at.isAfter(now)).isPresent())
          .sorted(Comparator.comparing(each -> each.getValue().askAt().orElseThrow()))
          .map(
              each ->
                  new OsUpdateDue(each.getKey(), each.getValue().order().orElseThrow().command()))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public void ask(
      OsUpdateDue due, List<CommandOrder> commands, Optional<Instant> askAt, Instant now) {
    synchronized (world) {
      if (of(due.host()).order().filter(it -> it.command().equals(due.order())).isEmpty()) {
        return;
      }
      world.enqueue(commands, now);
      change(
          due.host(),
          was ->
              new OsUpdateStanding(
                  was.available(),
                  was.order(),
                  was.results(),
                  was.failure(),
                  was.progress(),
                  askAt));
    }
  }
}
