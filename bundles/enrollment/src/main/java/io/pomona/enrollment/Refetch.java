package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.protocol.channel.ChannelId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks Macs for their details anew: when somebody wants it, and all of them once a day. */
@Component(service = Refetch.class, configurationPid = EnrollmentConfig.PID)
public final class Refetch {
  private static final int BATCH = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HostStore hosts;
  private final Duration age;
  private final Clock clock;

  // When each Mac that has not answered was asked, so that one that is away is asked once a day.
  private final Map<HostId, Instant> asked = new ConcurrentHashMap<>();

  @Activate
  public Refetch(@Reference HostStore hosts, EnrollmentConfig config) {
    this(hosts, Duration.ofHours(Math.max(1, config.details_hours())), Clock.systemUTC());
  }

  Refetch(HostStore hosts, Duration age, Clock clock) {
    this.hosts = hosts;
    this.age = age;
    this.clock = clock;
  }

  /** Asks one Mac for somebody, unless it was just asked. */
  public void host(Actor actor, Host host) {
    Instant now = clock.instant();
    if (!host.mdm().isOn() || host.udid().isEmpty()) {
      throw MdmException.conflict(
          "enrollment.mdm_is_off", "MDM is off for this host; it cannot be asked.");
    }
    Instant before = asked.getOrDefault(host.id(), Instant.EPOCH);
    if (!host.refetchRequested() || before.plus(PATIENCE).isBefore(now)) {
      ask(host, actor, now);
    }
  }

  /** Asks all whose details are old. Called by a route. */
  public int sweep() {
    Instant now = clock.instant();
    int count = 0;
    for (Host host : hosts.detailsOlderThan(now.minus(age), BATCH)) {
      if (host.udid().isPresent() && isDue(host, now)) {
        ask(host, Actor.system(), now);
        count++;
      }
    }
    asked.values().removeIf(at -> at.plus(age.multipliedBy(2)).isBefore(now));
    return count;
  }

  // A question that another node or an earlier start of this one asked gets its time as well.
  private boolean isDue(Host host, Instant now) {
    if (!host.refetchRequested()) {
      return true;
    }
    Instant since = asked.putIfAbsent(host.id(), now);
    return since != null && !since.plus(age).isAfter(now);
  }

  private void ask(Host host, Actor actor, Instant now) {
    ChannelId device = ChannelId.device(host.udid().orElseThrow());
    hosts.refetch(host.id(), InventoryCommands.orders(device, actor, now), now);
    asked.put(host.id(), now);
  }
}
