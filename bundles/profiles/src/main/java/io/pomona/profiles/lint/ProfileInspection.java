package io.pomona.profiles.lint;

import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.ProfileConfig;
import io.pomona.protocol.profile.MalformedProfileException;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.protocol.profile.PayloadSummary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says what is odd about profiles. It never refuses one; that is done where files are read. */
@Component(service = ProfileInspection.class, configurationPid = "io.pomona.profiles")
public final class ProfileInspection {
  private final ProfileStore profiles;
  private final HostStore hosts;
  private final boolean signedIsExpected;
  private final Clock clock;

  @Activate
  public ProfileInspection(
      @Reference ProfileStore profiles, @Reference HostStore hosts, ProfileConfig config) {
    this(profiles, hosts, config.signature_expected(), Clock.systemUTC());
  }

  private ProfileInspection(
      ProfileStore profiles, HostStore hosts, boolean signedIsExpected, Clock clock) {
    this.profiles = profiles;
    this.hosts = hosts;
    this.signedIsExpected = signedIsExpected;
    this.clock = clock;
  }

  /** With the settings and the time of a test. */
  public static ProfileInspection of(
      ProfileStore profiles, HostStore hosts, boolean signedIsExpected, Clock clock) {
    return new ProfileInspection(profiles, hosts, signedIsExpected, clock);
  }

  /** Of a file that is or may be added to what the Macs of a team, or of none, have. */
  public List<LintWarning> of(MobileConfig profile, Optional<TeamId> team) {
    List<Neighbour> others = neighbours(team, stored -> true);
    List<LintWarning> warnings = new ArrayList<>(ScopeLint.taken(Neighbour.of(profile), others));
    warnings.addAll(within(team).of(profile, others));
    return warnings;
  }

  /** Of a profile that is stored; nothing of one that is gone meanwhile. */
  public List<LintWarning> of(Profile stored) {
    ProfileId self = stored.id();
    return profiles
        .content(self)
        .map(MobileConfig::read)
        .map(
            profile ->
                within(stored.team())
                    .of(profile, neighbours(stored.team(), other -> !other.id().equals(self))))
        .orElse(List.of());
  }

  /** What is in a profile that is stored; nothing of one that is gone meanwhile. */
  public List<PayloadSummary> payloads(Profile stored) {
    return profiles
        .content(stored.id())
        .map(content -> MobileConfig.read(content).payloads())
        .orElse(List.of());
  }

  /** Of many profiles for one team, or for none. */
  public TeamInspection within(Optional<TeamId> team) {
    return new TeamInspection(new OlderMacs(hosts, team), signedIsExpected, clock);
  }

  /** What a team, or no team, has now. */
  public List<Neighbour> neighbours(Optional<TeamId> team, Predicate<Profile> which) {
    return profiles.list(team).stream()
        .filter(which)
        .flatMap(profile -> profiles.content(profile.id()).stream())
        .flatMap(content -> neighbour(content).stream())
        .toList();
  }

  // What cannot be read any more is no reason to say nothing of the others.
  private static Optional<Neighbour> neighbour(byte[] content) {
    try {
      return Optional.of(Neighbour.of(MobileConfig.read(content)));
    } catch (MalformedProfileException e) {
      return Optional.empty();
    }
  }
}
