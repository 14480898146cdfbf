package io.pomona.profiles.lint;

import io.pomona.protocol.profile.MobileConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says what is odd about profiles that are for the same Macs. For one run, in one thread. */
public final class TeamInspection {
  private final OlderMacs older;
  private final boolean signedIsExpected;
  private final Clock clock;

  TeamInspection(OlderMacs older, boolean signedIsExpected, Clock clock) {
    this.older = older;
    this.signedIsExpected = signedIsExpected;
    this.clock = clock;
  }

  /**
   * Of one of a set that is to be there together.
   *
   * @param others the rest of the set; what has the same bytes is the profile itself
   */
  public List<LintWarning> of(MobileConfig profile, Collection<Neighbour> others) {
    byte[] content = profile.content();
    List<LintWarning> warnings =
        new ArrayList<>(ProfileLint.of(profile, signedIsExpected, clock.instant()));
    older.than(profile).ifPresent(warnings::add);
    warnings.addAll(
        ScopeLint.of(
            Neighbour.of(profile),
            content,
            others.stream().filter(other -> !other.hasContent(content)).toList()));
    return warnings;
  }
}
