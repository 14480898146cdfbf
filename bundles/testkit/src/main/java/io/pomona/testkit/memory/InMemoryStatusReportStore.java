package io.pomona.testkit.memory;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.KeptReport;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.api.updates.ReportedUpdateStore;
import io.pomona.api.updates.StatusReportStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

public final class InMemoryStatusReportStore implements StatusReportStore, ReportedUpdateStore {
  private final World world;

  public InMemoryStatusReportStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<KeptReport> find(ChannelId channel) {
    synchronized (world) {
      return Optional.ofNullable(world.declarative.reports.get(channel));
    }
  }

  @Override
  public void report(
      ChannelId channel, Function<Optional<KeptReport>, KeptReport> merged, Instant now) {
    synchronized (world) {
      KeptReport kept = merged.apply(find(channel));
      if (world.isEnabled(channel)) {
        ReportedUpdate said = kept.update();
        ReportedUpdate update =
            new ReportedUpdate(
                said.installState(),
                said.pendingVersion(),
                said.failureReason(),
                said.enforcement(),
                now);
        world.declarative.reports.put(channel, new KeptReport(kept.status(), update));
      }
    }
  }

  @Override
  public Map<HostId, ReportedUpdate> of(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, ReportedUpdate> found = new HashMap<>();
      world.declarative.reports.forEach(
          (channel, kept) ->
              world
                  .channel(channel)
                  .filter(row -> !channel.isUser() && hosts.contains(row.host))
                  .ifPresent(row -> found.put(row.host, kept.update())));
      return found;
    }
  }
}
