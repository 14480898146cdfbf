package io.pomona.testkit.memory;

import io.pomona.api.escrow.DiskEncryptionStatus;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far disk encryption is on hosts. */
final class Encryptions {
  private static final String PROFILE = "io.pomona.filevault";

  private static final Set<DiskEncryptionStatus> AWAITED =
      Set.of(DiskEncryptionStatus.ACTION_REQUIRED, DiskEncryptionStatus.REMOVING_ENFORCEMENT);
  private static final List<ProfileStatus> WORST_FIRST =
      List.of(
          ProfileStatus.FAILED,
          ProfileStatus.PENDING,
          ProfileStatus.VERIFYING,
          ProfileStatus.VERIFIED);

  private final World world;

  Encryptions(World world) {
    this.world = world;
  }

  Optional<HostProfile> profile(HostRow host) {
    return world.hostProfiles.of(host.id).stream()
        .filter(row -> row.identifier().equals(PROFILE))
        .findFirst();
  }

  boolean hasProfile(HostRow host) {
    return profile(host).filter(this::isProfile).isPresent();
  }

  /** Whether it is the one of disk encryption, on the Mac. */
  boolean isProfile(HostProfile row) {
    return row.identifier().equals(PROFILE)
        && row.operation() == ProfileOperation.INSTALL
        && isThere(row.status());
  }

  private static boolean isThere(ProfileStatus status) {
    return status == ProfileStatus.VERIFYING || status == ProfileStatus.VERIFIED;
  }

  /** The worst status of all profiles of a Mac; somebody who has to act there is awaited. */
  Optional<ProfileStatus> overall(HostRow host) {
    List<ProfileStatus> statuses =
        Stream.concat(
                world.hostProfiles.of(host.id).stream().map(HostProfile::status),
                of(host).status().filter(AWAITED::contains).stream()
                    .map(awaited -> ProfileStatus.PENDING))
            .toList();
    return WORST_FIRST.stream().filter(statuses::contains).findFirst();
  }

  /** Whether the next report may change it. */
  boolean isOpen(HostRow host) {
    HostEncryption now = of(host);
    return now.action().isPresent()
        || now.status().equals(Optional.of(DiskEncryptionStatus.VERIFYING))
            && reported(host).isEmpty();
  }

  HostEncryption of(HostRow host) {
    boolean key = keyOpens(host);
    return profile(host)
        .filter(row -> host.mdm.isOn())
        .map(row -> of(host, row, key))
        .orElse(new HostEncryption(Optional.empty(), Optional.empty(), "", key));
  }

  private HostEncryption of(HostRow host, HostProfile row, boolean key) {
    boolean installed = row.operation() == ProfileOperation.INSTALL && isThere(row.status());
    Optional<EncryptionReport> report = reported(host);
    if (installed && report.flatMap(EncryptionReport::encrypted).equals(Optional.of(false))) {
      return HostEncryption.loggingOut(key);
    }
    if (installed && report.filter(it -> it.key() != EncryptionReport.Key.OPENS).isPresent()) {
      return HostEncryption.resettingKey(report.get().reason(), key);
    }
    return HostEncryption.of(status(row, report.isPresent()), row.detail(), key);
  }

  private static DiskEncryptionStatus status(HostProfile row, boolean reported) {
    if (row.status() == ProfileStatus.FAILED) {
      return DiskEncryptionStatus.FAILED;
    }
    if (row.operation() == ProfileOperation.REMOVE) {
      return DiskEncryptionStatus.REMOVING_ENFORCEMENT;
    }
    if (row.status() == ProfileStatus.PENDING) {
      return DiskEncryptionStatus.ENFORCING;
    }
    return reported && row.status() == ProfileStatus.VERIFIED
        ? DiskEncryptionStatus.VERIFIED
        : DiskEncryptionStatus.VERIFYING;
  }

  /** What counts: said since the profile is there, and whether the disk is encrypted. */
  private Optional<EncryptionReport> reported(HostRow host) {
    return world
        .encryption
        .row(host)
        .filter(row -> row.withProfile)
        .flatMap(row -> row.report)
        .filter(report -> report.encrypted().isPresent());
  }

  private boolean keyOpens(HostRow host) {
    return host.udid
        .flatMap(udid -> world.recoveryKeys.current(host.facts.serialNumber(), udid))
        .isPresent();
  }
}
