package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.escrow.HostEncryptionStore;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.HostUpdates;
import io.pomona.api.updates.UpdateVersions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What is known of hosts beside the registry, in few statements for many. */
@Component(service = HostStandings.class)
public final class HostStandings {
  private final HostEncryptionStore encryptions;
  private final HostLockStore locks;
  private final HostProfileStore profiles;
  private volatile Optional<HostUpdates> updates = Optional.empty();
  private volatile Optional<UpdateVersions> known = Optional.empty();

  @Activate
  public HostStandings(
      @Reference HostEncryptionStore encryptions,
      @Reference HostLockStore locks,
      @Reference HostProfileStore profiles) {
    this.encryptions = encryptions;
    this.locks = locks;
    this.profiles = profiles;
  }

  /** Above this slice: where it is not there, nothing is said of it. */
  @Reference(
      name = "updates",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  public void ask(HostUpdates present) {
    updates = Optional.of(present);
  }

  public void forget(HostUpdates gone) {
    updates = updates.filter(present -> present != gone);
  }

  @Reference(
      name = "versions",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forgetVersions")
  void askVersions(UpdateVersions present) {
    known = Optional.of(present);
  }

  void forgetVersions(UpdateVersions gone) {
    known = known.filter(present -> present != gone);
  }

  /**
   * What Macs run of which this is so.
   *
   * @throws MdmException unavailable while nobody knows
   */
  public TeamVersions versions(HostUpdate.State state) {
    return known
        .orElseThrow(
            () ->
                MdmException.unavailable(
                    "enrollment.updates_unknown",
                    "What macOS is required is not known now; leave macos_updates out."))
        .versions(state);
  }

  public Standings of(List<Host> hosts) {
    List<HostId> ids = hosts.stream().map(Host::id).toList();
    return new Standings(
        encryptions.of(ids),
        locks.of(ids),
        profiles.overall(ids),
        updates.map(present -> present.of(hosts)).orElse(Map.of()));
  }

  /** Of the hosts that were asked for. */
  public record Standings(
      Map<HostId, HostEncryption> encryptions,
      Map<HostId, HostLock> locks,
      Map<HostId, ProfileStatus> profiles,
      Map<HostId, HostUpdate> updates) {
    public HostEncryption encryption(Host host) {
      return encryptions.getOrDefault(host.id(), HostEncryption.none());
    }

    public Optional<HostLock> lock(Host host) {
      return Optional.ofNullable(locks.get(host.id()));
    }

    /** Empty where it is not enrolled or has no profiles. */
    public Optional<ProfileStatus> profiles(Host host) {
      return Optional.ofNullable(profiles.get(host.id()));
    }

    public Optional<HostUpdate> update(Host host) {
      return Optional.ofNullable(updates.get(host.id()))
          .filter(update -> update.state() != HostUpdate.State.NONE);
    }
  }
}
