package io.pomona.testkit.memory;

import io.pomona.api.enrollment.DeviceLink;
import io.pomona.api.enrollment.DeviceLink.Origin;
import io.pomona.api.enrollment.DeviceLinkStore;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.NewDeviceLink;
import io.pomona.api.organization.ActivityDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InMemoryDeviceLinkStore implements DeviceLinkStore {
  private final World world;

  public InMemoryDeviceLinkStore(World world) {
    this.world = world;
  }

  @Override
  public void make(List<NewDeviceLink> links, Instant now, List<ActivityDraft> activities) {
    synchronized (world) {
      links.stream()
          .filter(link -> world.hosts.containsKey(link.host()))
          .forEach(link -> make(link, now));
      activities.forEach(activity -> world.write(activity, now));
    }
  }

  private void make(NewDeviceLink link, Instant now) {
    world
        .deviceLinks
        .links
        .values()
        .removeIf(
            before ->
                before.host().equals(link.host())
                    && (!before.endsAt().isAfter(now)
                        || link.origin() == Origin.ADMIN && before.origin() == Origin.ADMIN));
    world.deviceLinks.links.put(
        link.tokenSha256(),
        new DeviceLink(
            link.host(), link.origin(), link.madeBy(), now, link.endsAt(), Optional.empty()));
  }

  @Override
  public boolean revoke(HostId host, Instant now, ActivityDraft activity) {
    synchronized (world) {
      boolean any = world.deviceLinks.links.values().removeIf(link -> link.host().equals(host));
      if (any) {
        world.deviceLinks.revocations.merge(host, 1L, Long::sum);
        world.write(activity, now);
      }
      return any;
    }
  }

  @Override
  public Map<HostId, DeviceLink> of(Collection<HostId> hosts) {
    synchronized (world) {
      return world.deviceLinks.links.values().stream()
          .filter(link -> link.origin() == Origin.ADMIN && hosts.contains(link.host()))
          .collect(Collectors.toMap(DeviceLink::host, link -> link));
    }
  }

  @Override
  public Map<HostId, Long> revocations(Collection<HostId> hosts) {
    synchronized (world) {
      return hosts.stream()
          .distinct()
          .filter(world.deviceLinks.revocations::containsKey)
          .collect(Collectors.toMap(id -> id, world.deviceLinks.revocations::get));
    }
  }

  @Override
  public Optional<DeviceLink> open(String tokenSha256, Instant now) {
    synchronized (world) {
      Optional<DeviceLink> found =
          Optional.ofNullable(world.deviceLinks.links.get(tokenSha256))
              .filter(link -> link.endsAt().isAfter(now))
              .map(link -> used(link, now));
      found.ifPresent(link -> world.deviceLinks.links.put(tokenSha256, link));
      return found;
    }
  }

  private static DeviceLink used(DeviceLink link, Instant now) {
    boolean recent =
        link.usedAt().filter(at -> at.isAfter(now.minus(Duration.ofMinutes(1)))).isPresent();
    return recent
        ? link
        : new DeviceLink(
            link.host(),
            link.origin(),
            link.madeBy(),
            link.madeAt(),
            link.endsAt(),
            Optional.of(now));
  }
}
