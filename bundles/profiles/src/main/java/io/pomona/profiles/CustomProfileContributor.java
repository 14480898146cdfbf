package io.pomona.profiles;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.profiles.ProfileStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every Mac of a team should have the profiles that were uploaded for it. */
@Component
public final class CustomProfileContributor implements ProfileContributor {
  static final String NAME = "custom";

  private final ProfileStore profiles;

  @Activate
  public CustomProfileContributor(@Reference ProfileStore profiles) {
    this.profiles = profiles;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<DesiredProfile> profilesFor(Host host) {
    return profiles.list(host.team()).stream().map(CustomProfileContributor::desired).toList();
  }

  /** Macs of one team should have the same, so that the team is read once. */
  @Override
  public Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
    Map<Optional<TeamId>, List<DesiredProfile>> teams = new HashMap<>();
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    for (Host host : hosts) {
      each.put(host.id(), teams.computeIfAbsent(host.team(), team -> profilesFor(host)));
    }
    return each;
  }

  private static DesiredProfile desired(Profile profile) {
    return new DesiredProfile(
        profile.identifier(), profile.name(), profile.payloadUuid(), profile.contentSha256());
  }

  @Override
  public byte[] content(Host host, DesiredProfile wanted) {
    return profiles.list(host.team()).stream()
        .filter(profile -> desired(profile).equals(wanted))
        .findFirst()
        .flatMap(profile -> profiles.content(profile.id()))
        .orElseThrow(CustomProfiles::unknown);
  }
}
