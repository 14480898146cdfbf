package io.pomona.updates.policy;

import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many enrolled Macs of a team are where.
 *
 * @param policy what is required of them
 * @param states without those that count nobody; one that failed is pending or overdue here
 * @param failed how many of those that are pending or overdue reported that they could not
 * @param versions the newest first
 */
public record UpdateSummary(
    Optional<UpdatePolicy> policy, Map<State, Long> states, long failed, List<OfVersion> versions) {
  private static final OsVersion UNKNOWN = new OsVersion(List.of(0));

  /**
   * @param version empty text where it is not known
   */
  public record OfVersion(String version, State state, long hosts) {}

  static UpdateSummary of(
      Optional<UpdatePolicy> policy, Map<String, Long> counts, long failed, Instant now) {
    List<OfVersion> versions =
        counts.entrySet().stream()
            .map(
                entry ->
                    new OfVersion(
                        entry.getKey(), state(policy, entry.getKey(), now), entry.getValue()))
            .sorted(Comparator.comparing(UpdateSummary::order).reversed())
            .toList();
    Map<State, Long> states = new EnumMap<>(State.class);
    versions.forEach(group -> states.merge(group.state(), group.hosts(), Long::sum));
    return new UpdateSummary(policy, states, failed, versions);
  }

  private static State state(Optional<UpdatePolicy> policy, String version, Instant now) {
    return policy.map(required -> Stage.of(required, version, now).state()).orElse(State.NONE);
  }

  private static OsVersion order(OfVersion group) {
    return OsVersion.parse(group.version()).orElse(UNKNOWN);
  }
}
