package io.pomona.updates.schedule;

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
import java.util.List;
import java.util.Optional;

/** What is known of one Mac cannot be read. */
record TornOsUpdates(OsUpdateStore store, HostId torn) implements OsUpdateStore {
  @Override
  public OsUpdateStanding of(HostId host) {
    if (host.equals(torn)) {
      throw new IllegalStateException("torn");
    }
    return store.of(host);
  }

  @Override
  public void listed(HostId host, OsUpdateReport available) {
    store.listed(host, available);
  }

  @Override
  public void order(
      HostId host,
      OsUpdateOrder order,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    store.order(host, order, command, activity, within, now);
  }

  @Override
  public void answered(
      HostId host,
      CommandUuid order,
      Optional<OsUpdateReport> results,
      String failure,
      Optional<Instant> askAt) {
    store.answered(host, order, results, failure, askAt);
  }

  @Override
  public void progressed(HostId host, OsUpdateReport progress) {
    store.progressed(host, progress);
  }

  @Override
  public List<OsUpdateDue> due(Instant now, int limit) {
    return store.due(now, limit);
  }

  @Override
  public void ask(
      OsUpdateDue due, List<CommandOrder> commands, Optional<Instant> askAt, Instant now) {
    store.ask(due, commands, askAt, now);
  }
}
