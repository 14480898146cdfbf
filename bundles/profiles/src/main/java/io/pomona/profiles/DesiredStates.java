package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Macs of a batch should have: each contributor is asked once for all of them. */
final class DesiredStates {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.profiles");

  private final List<ProfileContributor> contributors;
  private final Set<String> names;
  private final Map<ProfileContributor, Map<HostId, List<DesiredProfile>>> said = new HashMap<>();

  /**
   * @param contributors those who win first
   */
  DesiredStates(List<Host> hosts, List<ProfileContributor> contributors) {
    this.contributors = contributors;
    this.names = contributors.stream().map(ProfileContributor::name).collect(Collectors.toSet());
    contributors.forEach(contributor -> ask(contributor, hosts));
  }

  private void ask(ProfileContributor contributor, List<Host> hosts) {
    try {
      said.put(contributor, contributor.profilesFor(hosts));
    } catch (RuntimeException e) {
      LOG.debug("{} is asked for each Mac by itself", contributor.name(), e);
    }
  }

  /** Throws what a contributor throws that cannot tell for this Mac. */
  DesiredState of(Host host) {
    DesiredState state = new DesiredState(names);
    for (ProfileContributor contributor : contributors) {
      Map<HostId, List<DesiredProfile>> all = said.getOrDefault(contributor, Map.of());
      List<DesiredProfile> own = all.get(host.id());
      state.add(contributor, own == null ? contributor.profilesFor(host) : own);
    }
    return state;
  }
}
