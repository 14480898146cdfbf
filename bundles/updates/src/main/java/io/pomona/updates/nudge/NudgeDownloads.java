package io.pomona.updates.nudge;

import io.pomona.api.MdmException;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.rest.ByteRange;
import io.pomona.api.rest.Download;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.protocol.digest.Sha256;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives Nudge to the Mac that was told the token, by which is known that it has all of it. */
@Component(service = NudgeDownloads.class)
public final class NudgeDownloads {
  private final NudgeInstallStore installs;
  private final LargeFileStore files;
  private final NudgeOutcomes outcomes;
  private final Clock clock;

  @Activate
  public NudgeDownloads(
      @Reference NudgeInstallStore installs,
      @Reference LargeFileStore files,
      @Reference NudgeOutcomes outcomes) {
    this(installs, files, outcomes, Clock.systemUTC());
  }

  NudgeDownloads(
      NudgeInstallStore installs, LargeFileStore files, NudgeOutcomes outcomes, Clock clock) {
    this.installs = installs;
    this.files = files;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * @param token null counts as one that nobody was told
   * @throws MdmException not found for a token that nobody was told, or that has ended
   */
  public Download find(String token) {
    NudgeInstall install =
        installs
            .byToken(Sha256.hex(Optional.ofNullable(token).orElse("")))
            .filter(found -> clock.instant().isBefore(found.expiresAt()))
            .orElseThrow(
                () ->
                    MdmException.notFound("updates.no_such_package", "There is no such package."));
    return new Download(install.download().size(), (range, out) -> write(install, range, out));
  }

  private void write(NudgeInstall install, ByteRange range, OutputStream out) {
    SetupDownload download = install.download();
    long end = files.write(download.file(), range, out);
    if (end > range.first()) {
      outcomes.fetched(install.host(), download.tokenSha256(), range.first(), end);
    }
  }
}
