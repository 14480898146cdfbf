package io.pomona.testkit.memory;

import io.pomona.api.enrollment.AddedHost;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class InMemoryAddedHostStore implements AddedHostStore {
  private final World world;

  public InMemoryAddedHostStore(World world) {
    this.world = world;
  }

  @Override
  public List<AddedHost> add(
      List<NewHost> macs,
      String addedBy,
      Instant now,
      Function<List<Host>, ActivityDraft> activity) {
    synchronized (world) {
      macs.forEach(mac -> world.requireTeam(mac.team()));
      List<AddedHost> all = new ArrayList<>();
      macs.forEach(mac -> all.add(added(mac, now)));
      all.stream()
          .filter(AddedHost::added)
          .map(AddedHost::host)
          .collect(Collectors.groupingBy(Host::team, LinkedHashMap::new, Collectors.toList()))
          .values()
          .forEach(hosts -> world.write(activity.apply(hosts), now));
      return all;
    }
  }

  private AddedHost added(NewHost mac, Instant now) {
    return world.hosts.values().stream()
        .filter(row -> row.facts.serialNumber().equals(mac.serialNumber()))
        .findFirst()
        .map(row -> new AddedHost(row.toHost(), false))
        .orElseGet(() -> new AddedHost(made(mac, now).toHost(), true));
  }

  private HostRow made(NewHost mac, Instant now) {
    HostRow row =
        new HostRow(
            new HostId(world.nextId()),
            new MacFacts(mac.serialNumber(), mac.name(), "", "", "", ""),
            now);
    row.team = mac.team();
    world.hosts.put(row.id, row);
    world.deviceLinks.emails.put(row.id, mac.email());
    return row;
  }

  @Override
  public void claimed(HostId host, String email, Instant now) {
    synchronized (world) {
      world.deviceLinks.emails.put(host, email);
    }
  }

  @Override
  public Map<HostId, String> emails(Collection<HostId> hosts) {
    synchronized (world) {
      Map<HostId, String> emails = new HashMap<>(world.deviceLinks.emails);
      emails.keySet().retainAll(hosts);
      emails.keySet().retainAll(world.hosts.keySet());
      emails.values().removeIf(String::isEmpty);
      return emails;
    }
  }
}
