package io.pomona.api.updates;

import io.pomona.api.abm.SetupDownload;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far Nudge is on a Mac that was told to install it.
 *
 * @param enrolledAt of the enrollment in which it was told: whoever enrolls anew is told anew
 * @param packageSha256 of the package, as of any other one it is told anew
 * @param expiresAt when the address ends at which the Mac fetches it
 * @param detail in a sentence
 * @param attempts how often it was told
 * @param againAt when it is told again, empty for never
 * @param version counts changes: one that was read before another change is not written
 */
public record NudgeInstall(
    HostId host,
    Instant enrolledAt,
    String packageSha256,
    SetupDownload download,
    Instant expiresAt,
    Status status,
    String detail,
    CommandUuid command,
    int attempts,
    Optional<Instant> againAt,
    long version) {

  /** How far it is. */
  public enum Status {
    /** The command waits for the Mac. */
    QUEUED,
    /** The Mac has taken the command and has not fetched all of the package. */
    ACKNOWLEDGED,
    FETCHED,
    FAILED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same as far as this, to be told again then. */
  public NudgeInstall at(Status now, String words, Optional<Instant> again) {
    return new NudgeInstall(
        host,
        enrolledAt,
        packageSha256,
        download,
        expiresAt,
        now,
        words,
        command,
        attempts,
        again,
        version);
  }

  /** The same with more bytes fetched. */
  public NudgeInstall with(SetupDownload more) {
    return new NudgeInstall(
        host,
        enrolledAt,
        packageSha256,
        more,
        expiresAt,
        status,
        detail,
        command,
        attempts,
        againAt,
        version);
  }
}
