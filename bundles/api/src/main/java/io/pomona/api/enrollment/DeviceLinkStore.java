package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links to the pages of Macs. Each method is one transaction. */
public interface DeviceLinkStore {
  /**
   * Keeps links, and forgets those of these Macs that have ended. One of an admin ends the one of
   * an admin before it. Hosts that are gone are left out.
   */
  void make(List<NewDeviceLink> links, Instant now, List<ActivityDraft> activities);

  /**
   * Ends all links of a Mac, those of profiles as well; without any, nothing is written.
   *
   * @return whether there was one
   */
  boolean revoke(HostId host, Instant now, ActivityDraft activity);

  /** Of each of these Macs the link that an admin made, also one that has ended. */
  Map<HostId, DeviceLink> of(Collection<HostId> hosts);

  /** How often the links of a Mac were revoked, where they ever were. */
  Map<HostId, Long> revocations(Collection<HostId> hosts);

  /** The link of a token, which counts as used; empty when there is none that opens something. */
  Optional<DeviceLink> open(String tokenSha256, Instant now);
}
