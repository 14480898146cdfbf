package io.pomona.api.abm;

import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * The set-up of one Mac after one enrollment.
 *
 * @param enrolledAt tells the enrollment from others of this Mac
 * @param version counted up with each change
 */
public record MacSetup(
    HostId host,
    ChannelId device,
    Instant enrolledAt,
    SetupStage stage,
    SetupStep account,
    SetupStep bootstrap,
    Optional<SetupDownload> download,
    SetupRelease release,
    long version) {
  public MacSetup at(SetupStage next) {
    return new MacSetup(
        host, device, enrolledAt, next, account, bootstrap, download, release, version);
  }

  public MacSetup withAccount(SetupStep step) {
    return new MacSetup(
        host, device, enrolledAt, stage, step, bootstrap, download, release, version);
  }

  public MacSetup withBootstrap(SetupStep step) {
    return new MacSetup(host, device, enrolledAt, stage, account, step, download, release, version);
  }

  public MacSetup withDownload(SetupDownload part) {
    return new MacSetup(
        host, device, enrolledAt, stage, account, bootstrap, Optional.of(part), release, version);
  }

  public MacSetup withRelease(SetupRelease part) {
    return new MacSetup(
        host, device, enrolledAt, stage, account, bootstrap, download, part, version);
  }

  /** Whether it did not wait, or no longer, without having been told to go on. */
  public boolean endedUnreleased() {
    return stage == SetupStage.ENDED && release.attempts() == 0;
  }

  /** The same, changed once more. */
  public MacSetup next() {
    return new MacSetup(
        host, device, enrolledAt, stage, account, bootstrap, download, release, version + 1);
  }
}
