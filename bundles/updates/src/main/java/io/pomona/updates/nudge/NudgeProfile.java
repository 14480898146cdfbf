package io.pomona.updates.nudge;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.DesiredProfile;
import io.pomona.api.profiles.ProfileContributor;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.protocol.profile.PayloadUuids;
import io.pomona.updates.policy.Stage;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Macs that know no declarations and are older than required have Nudge's settings, whether Nudge
 * comes from here or by other means.
 */
@Component(service = {NudgeProfile.class, ProfileContributor.class})
public final class NudgeProfile implements ProfileContributor {
  static final String IDENTIFIER = "io.pomona.nudge";
  static final String DOMAIN = "com.github.macadmins.Nudge";

  private static final String NAME = "Nudge: required macOS";

  private final UpdatePolicyStore policies;
  private final Clock clock;

  @Activate
  public NudgeProfile(@Reference UpdatePolicyStore policies) {
    this(policies, Clock.systemUTC());
  }

  NudgeProfile(UpdatePolicyStore policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "nudge";
  }

  @Override
  public List<DesiredProfile> profilesFor(Host host) {
    return profilesFor(List.of(host)).get(host.id());
  }

  /** What all teams require is one statement. */
  @Override
  public Map<HostId, List<DesiredProfile>> profilesFor(List<Host> hosts) {
    Map<Optional<TeamId>, UpdatePolicy> required = policies.all();
    Map<HostId, List<DesiredProfile>> each = new HashMap<>();
    hosts.forEach(
        host ->
            each.put(
                host.id(),
                Optional.ofNullable(required.get(host.team()))
                    .filter(policy -> isFor(host, policy))
                    .map(policy -> desired(policy))
                    .stream()
                    .toList()));
    return each;
  }

  private boolean isFor(Host host, UpdatePolicy policy) {
    return host.mdm().isOn()
        && Stage.of(policy, host.facts().osVersion(), clock.instant()).way() == Way.NUDGE;
  }

  private static DesiredProfile desired(UpdatePolicy policy) {
    return new DesiredProfile(IDENTIFIER, NAME, payloadUuid(policy), Sha256.hex(encoded(policy)));
  }

  /** Another one for what is required otherwise, so that the Mac's list tells which it has. */
  private static String payloadUuid(UpdatePolicy policy) {
    return PayloadUuids.of(IDENTIFIER + ":" + policy.minimumVersion() + ":" + policy.instant());
  }

  static byte[] encoded(UpdatePolicy policy) {
    PlistDict.Builder payload =
        PlistDict.builder()
            .put("PayloadType", DOMAIN)
            .put("PayloadVersion", 1)
            .put("PayloadIdentifier", IDENTIFIER + ".settings")
            .put("PayloadUUID", PayloadUuids.of(IDENTIFIER + ".settings"))
            .put("PayloadDisplayName", "Nudge");
    new NudgeSettings(policy).sections().forEach(payload::put);
    PlistDict profile =
        PlistDict.builder()
            .put("PayloadType", "Configuration")
            .put("PayloadVersion", 1)
            .put("PayloadIdentifier", IDENTIFIER)
            .put("PayloadUUID", payloadUuid(policy))
            .put("PayloadDisplayName", NAME)
            .put("PayloadDescription", "Says which macOS this Mac must have, and by when.")
            .put("PayloadScope", "System")
            .put("PayloadRemovalDisallowed", true)
            .put("PayloadContent", List.of(payload.build()))
            .build();
    return PlistWriter.write(profile);
  }

  @Override
  public byte[] content(Host host, DesiredProfile wanted) {
    return policies
        .of(host.team())
        .filter(policy -> desired(policy).equals(wanted))
        .map(NudgeProfile::encoded)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "updates.profile_outdated",
                    "What is required has changed meanwhile; the profile is sent anew."));
  }
}
