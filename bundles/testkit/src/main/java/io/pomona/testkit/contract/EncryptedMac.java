package io.pomona.testkit.contract;

import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.HostProfileStore.HostProfileChanges;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.StoreSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens to the encryption of a Mac's disk, as contracts tell it. */
public final class EncryptedMac {
  static final String PROFILE = "io.pomona.filevault";

  private final StoreSet stores;
  private final HostId host;

  EncryptedMac(StoreSet stores, HostId host) {
    this.stores = stores;
    this.host = host;
  }

  /** One that ABM sent, in Setup Assistant. */
  public static EncryptedMac inSetup(StoreSet stores, int number, Instant now) {
    ChannelId channel = ChannelId.device(Fixtures.udid(number));
    HostId host =
        stores
            .enrollments()
            .start(
                new EnrollmentStart(
                    channel,
                    Fixtures.hash("certificate " + number),
                    Fixtures.TOPIC,
                    Fixtures.facts(number),
                    false,
                    true,
                    Optional.empty(),
                    now));
    EncryptedMac mac = new EncryptedMac(stores, host);
    mac.waits(channel, true, now);
    return mac;
  }

  void waits(ChannelId channel, boolean waits, Instant now) {
    stores
        .enrollments()
        .token(
            new TokenChange(
                channel,
                Fixtures.push(channel.value()),
                Optional.of(waits),
                Optional.empty(),
                List.of(),
                Fixtures.activity("mdm_enrolled"),
                now));
  }

  public HostId host() {
    return host;
  }

  void profile(ProfileOperation operation, ProfileStatus status, String detail, Instant now) {
    HostProfile row =
        new HostProfile(
            host,
            "filevault",
            PROFILE,
            "Disk encryption",
            "UUID",
            Fixtures.hash("content"),
            operation,
            status,
            Optional.empty(),
            detail,
            0,
            now);
    stores
        .hostProfiles()
        .save(new HostProfileChanges(List.of(row), List.of(), List.of(), List.of()), now);
  }

  void installed(ProfileStatus status, Instant now) {
    profile(ProfileOperation.INSTALL, status, "", now);
  }

  EncryptionReport report(Optional<Boolean> encrypted, EncryptionReport.Key key, Instant at) {
    boolean opens = key == EncryptionReport.Key.OPENS;
    return new EncryptionReport(
        host,
        stores.hosts().find(host).orElseThrow().enrolledAt().orElseThrow(),
        at,
        encrypted,
        true,
        key,
        opens ? "" : "It sent no key.",
        opens ? Optional.of(Fixtures.hash("envelope")) : Optional.empty());
  }

  void says(boolean encrypted, EncryptionReport.Key key, Instant at) {
    stores.encryptionReports().save(report(Optional.of(encrypted), key, at), at);
  }
}
