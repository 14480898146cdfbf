package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what Macs have to what they should have: takes the hosts that are marked, asks what each
 * should have, and queues the difference. Called from one route per node; several nodes may run it.
 */
@Component(service = Reconciler.class)
public final class Reconciler {
  static final int BATCH = 200;
  static final Duration LEASE = Duration.ofMinutes(2);
  static final Duration AFTER_TROUBLE = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.profiles");

  private final HostProfileStore store;
  private final CommandHistoryStore history;
  private final Contributors contributors;
  private final Clock clock;
  private final AtomicReference<Set<String>> known = new AtomicReference<>(Set.of());

  @Activate
  public Reconciler(
      @Reference HostProfileStore store,
      @Reference CommandHistoryStore history,
      @Reference Contributors contributors) {
    this(store, history, contributors, Clock.systemUTC());
  }

  Reconciler(
      HostProfileStore store, CommandHistoryStore history, Contributors contributors, Clock clock) {
    this.store = store;
    this.history = history;
    this.contributors = contributors;
    this.clock = clock;
  }

  /** Works off all marked hosts. */
  public void reconcile() {
    sweepForNewContributors();
    while (reconcileBatch() == BATCH) {
      LOG.debug("More hosts are marked");
    }
  }

  /** Marks every enrolled host, so that whatever was lost heals. */
  public void sweep() {
    store.markAllDirty(clock.instant());
  }

  private void sweepForNewContributors() {
    Set<String> present =
        contributors.present().stream().map(ProfileContributor::name).collect(Collectors.toSet());
    if (!known.get().containsAll(present)) {
      sweep();
    }
    known.set(present);
  }

  private int reconcileBatch() {
    Instant now = clock.instant();
    List<Host> hosts = store.leaseDirty(BATCH, now, LEASE);
    if (hosts.isEmpty()) {
      return 0;
    }
    List<HostId> ids = hosts.stream().map(Host::id).toList();
    Map<HostId, List<HostProfile>> rows = store.statuses(ids);
    BatchChanges changes = new BatchChanges(now);
    DesiredStates desired = new DesiredStates(hosts, contributors.present());
    for (Host host : hosts) {
      plan(host, desired, rows.getOrDefault(host.id(), List.of()), changes);
    }
    HostProfileChanges all = changes.with(ids);
    store.save(all, now);
    if (!all.commands().isEmpty()) {
      LOG.info("{} profile commands for {} hosts queued", all.commands().size(), hosts.size());
    }
    return hosts.size();
  }

  private void plan(
      Host host, DesiredStates desired, List<HostProfile> rows, BatchChanges changes) {
    if (host.udid().isEmpty()) {
      return;
    }
    ChannelId channel = ChannelId.device(host.udid().get());
    try {
      ProfileDiff diff = new ProfileDiff(history, changes.now());
      HostPlan plan = diff.of(host, channel, desired.of(host), rows);
      changes.add(plan, rows, row -> diff.awaits(plan, row));
    } catch (RuntimeException e) {
      if (isGone(e)) {
        LOG.info("Host {} is looked at again: a profile went away meanwhile", host.id().value());
      } else {
        LOG.warn(
            "Host {} is left as it is for {} minutes: what it should have cannot be told",
            host.id().value(),
            AFTER_TROUBLE.toMinutes(),
            e);
      }
      store.markDirty(List.of(host.id()), changes.now().plus(AFTER_TROUBLE));
    }
  }

  /** Whoever deletes a profile marks its hosts, and that earlier mark counts. */
  private static boolean isGone(RuntimeException failure) {
    return failure instanceof MdmException known && known.kind() == MdmException.Kind.NOT_FOUND;
  }
}
