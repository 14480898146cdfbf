package io.pomona.api.enrollment;

import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.profiles.ProfileStatus;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts. All parts must hold.
 *
 * @param query part of name, serial number or UDID, upper or lower case; empty text = all
 * @param statuses empty = all
 * @param profiles the worst status of an enrolled host's profiles
 * @param bootstrap how far the package is that an enrolled host got at its set-up
 * @param encryption how far disk encryption is on an enrolled host
 * @param versions what an enrolled host runs
 * @param scope whose hosts
 */
public record HostFilter(
    String query,
    Set<MdmStatus> statuses,
    Optional<ProfileStatus> profiles,
    Optional<SetupStepStatus> bootstrap,
    Optional<DiskEncryptionStatus> encryption,
    Optional<TeamVersions> versions,
    TeamScope scope) {

  public HostFilter(
      String query, Set<MdmStatus> statuses, Optional<ProfileStatus> profiles, TeamScope scope) {
    this(query, statuses, profiles, Optional.empty(), Optional.empty(), Optional.empty(), scope);
  }

  public HostFilter(String query, Set<MdmStatus> statuses, Optional<ProfileStatus> profiles) {
    this(query, statuses, profiles, TeamScope.everywhere());
  }

  public HostFilter(String query, Set<MdmStatus> statuses) {
    this(query, statuses, Optional.empty());
  }

  public static HostFilter all() {
    return new HostFilter("", Set.of());
  }

  /** The same, of these only. */
  public HostFilter within(TeamScope limit) {
    return new HostFilter(
        query, statuses, profiles, bootstrap, encryption, versions, scope.and(limit));
  }

  /** The same, of those whose package is so far. */
  public HostFilter withBootstrap(Optional<SetupStepStatus> wanted) {
    return new HostFilter(query, statuses, profiles, wanted, encryption, versions, scope);
  }

  /** The same, of those whose disk encryption is so far. */
  public HostFilter withEncryption(Optional<DiskEncryptionStatus> wanted) {
    return new HostFilter(query, statuses, profiles, bootstrap, wanted, versions, scope);
  }

  /** The same, of those that run one of these. */
  public HostFilter withVersions(Optional<TeamVersions> wanted) {
    return new HostFilter(query, statuses, profiles, bootstrap, encryption, wanted, scope);
  }
}
