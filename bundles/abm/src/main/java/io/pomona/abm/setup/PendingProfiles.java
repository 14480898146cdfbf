package io.pomona.abm.setup;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Which profiles a Mac has neither taken nor refused. What it should have is asked anew: before the
 * first reconciliation nothing is known of the Mac.
 */
@Component(service = PendingProfiles.class)
public final class PendingProfiles {
  private static final List<String> UNKNOWN = List.of("that it should have");

  private final List<ProfileContributor> contributors = new CopyOnWriteArrayList<>();
  private final HostProfileStore profiles;

  @Activate
  public PendingProfiles(@Reference HostProfileStore profiles) {
    this.profiles = profiles;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(ProfileContributor contributor) {
    contributors.add(contributor);
  }

  void unbind(ProfileContributor contributor) {
    contributors.remove(contributor);
  }

  /** What is said of hosts of which nobody can say what they should have. */
  static Map<HostId, List<String>> unknown(List<Host> hosts) {
    return hosts.stream().collect(Collectors.toMap(Host::id, host -> UNKNOWN));
  }

  /** Their names, for each of the hosts. While nobody is there who could say, nothing has come. */
  Map<HostId, List<String>> of(List<Host> hosts) {
    if (contributors.isEmpty()) {
      return unknown(hosts);
    }
    Map<HostId, List<HostProfile>> known = profiles.statuses(hosts.stream().map(Host::id).toList());
    List<Map<HostId, List<DesiredProfile>>> wanted =
        contributors.stream().map(contributor -> contributor.profilesFor(hosts)).toList();
    Map<HostId, List<String>> pending = new HashMap<>();
    for (Host host : hosts) {
      Stream<DesiredProfile> all =
          wanted.stream().flatMap(each -> each.getOrDefault(host.id(), List.of()).stream());
      pending.put(host.id(), pending(all, known.getOrDefault(host.id(), List.of())));
    }
    return pending;
  }

  private static List<String> pending(Stream<DesiredProfile> wanted, List<HostProfile> known) {
    Set<String> answered =
        known.stream()
            .filter(row -> row.operation() == ProfileOperation.INSTALL)
            .filter(row -> row.status() != ProfileStatus.PENDING)
            .map(HostProfile::identifier)
            .collect(Collectors.toSet());
    return wanted
        .filter(profile -> !answered.contains(profile.identifier()))
        .map(DesiredProfile::name)
        .distinct()
        .toList();
  }
}
