package io.pomona.updates.schedule;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.updates.OsUpdateDue;
import io.pomona.api.updates.OsUpdateOrder;
import io.pomona.api.updates.OsUpdateStanding;
import io.pomona.api.updates.OsUpdateStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Macs how far they are with what they were told to install: soon at first, then less and less
 * often, and not at all when they have it or a week has passed.
 */
@Component(service = OsUpdateFollowing.class)
public final class OsUpdateFollowing {
  static final Duration FIRST = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.updates");
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final Duration LIFE = Duration.ofDays(7);

  /** So that a fleet does not flood the queue in one step. */
  private static final int AT_ONCE = 200;

  private final OsUpdateStore store;
  private final HostStore hosts;
  private final Clock clock;

  @Activate
  public OsUpdateFollowing(@Reference OsUpdateStore store, @Reference HostStore hosts) {
    this(store, hosts, Clock.systemUTC());
  }

  OsUpdateFollowing(OsUpdateStore store, HostStore hosts, Clock clock) {
    this.store = store;
    this.hosts = hosts;
    this.clock = clock;
  }

  /** Asks all that are due. */
  public void ask() {
    Instant now = clock.instant();
    List<OsUpdateDue> due = store.due(now, AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(mac -> attempt(mac, now));
      due = store.due(now, AT_ONCE);
    }
  }

  /** One Mac must not keep the others waiting; it is looked at again much later. */
  private void attempt(OsUpdateDue due, Instant now) {
    try {
      ask(due, now);
    } catch (RuntimeException e) {
      LOG.warn("Host {} cannot be asked how far its update is", due.host().value(), e);
      store.ask(due, List.of(), Optional.of(now.plus(LONGEST)), now);
    }
  }

  private void ask(OsUpdateDue due, Instant now) {
    OsUpdateStanding standing = store.of(due.host());
    Optional<ChannelId> mac =
        hosts
            .find(due.host())
            .filter(host -> isUnderWay(host, standing, now))
            .flatMap(Host::udid)
            .map(ChannelId::device);
    if (mac.isPresent()) {
      Duration age = Duration.between(standing.order().orElseThrow().orderedAt(), now);
      store.ask(
          due,
          List.of(OsUpdateCommands.status(mac.get(), Actor.system().name(), now)),
          Optional.of(now.plus(pause(age))),
          now);
    } else {
      store.ask(due, List.of(), Optional.empty(), now);
    }
  }

  private static boolean isUnderWay(Host host, OsUpdateStanding standing, Instant now) {
    Optional<OsUpdateOrder> order = standing.order();
    return host.mdm().isOn()
        && order.isPresent()
        && order.get().orderedAt().plus(LIFE).isAfter(now)
        && !OsUpdateProgress.isInstalled(host, standing);
  }

  private static Duration pause(Duration age) {
    Duration pause = age.dividedBy(10);
    if (pause.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
