package io.pomona.abm.setup;

import io.pomona.api.MdmException;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.rest.ByteRange;
import io.pomona.api.rest.Download;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives packages to who knows a token: the one of the package, or the one that a Mac was told at
 * its set-up, by which is known that this Mac has fetched all of it.
 */
@Component(service = PackageDownloads.class)
public final class PackageDownloads {
  /** For how long after its enrollment a Mac may fetch its package, and the file is kept. */
  static final Duration LIFE = Duration.ofDays(30);

  private final BootstrapPackageStore packages;
  private final MacSetupStore setups;
  private final LargeFileStore files;
  private final SetupOutcomes outcomes;
  private final Clock clock;

  @Activate
  public PackageDownloads(
      @Reference BootstrapPackageStore packages,
      @Reference MacSetupStore setups,
      @Reference LargeFileStore files,
      @Reference SetupOutcomes outcomes) {
    this(packages, setups, files, outcomes, Clock.systemUTC());
  }

  PackageDownloads(
      BootstrapPackageStore packages,
      MacSetupStore setups,
      LargeFileStore files,
      SetupOutcomes outcomes,
      Clock clock) {
    this.packages = packages;
    this.setups = setups;
    this.files = files;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * A package to be sent.
   *
   * @param host who was told this token, empty for that of the package
   */
  public record Offer(
      String name, LargeFileId file, long size, Optional<HostId> host, String tokenSha256) {}

  /**
   * @throws MdmException not found for a token that nobody was told
   */
  public Offer find(String token) {
    String digest = Tokens.digest(token);
    return setups
        .byDownload(digest)
        .filter(this::isServed)
        .flatMap(setup -> setup.download().map(download -> offer(setup, download)))
        .filter(offer -> Tokens.same(offer.tokenSha256(), digest))
        .or(
            () ->
                packages
                    .byToken(token)
                    .filter(found -> Tokens.same(found.token(), token))
                    .map(found -> offer(found, digest)))
        .orElseThrow(
            () -> MdmException.notFound("abm.no_such_package", "There is no such package."));
  }

  /** Whatever is known of it: a Mac that was given all may not have got all. */
  private boolean isServed(MacSetup setup) {
    return setup.bootstrap().isPending() || setup.enrolledAt().isAfter(clock.instant().minus(LIFE));
  }

  private static Offer offer(MacSetup setup, SetupDownload download) {
    return new Offer(
        download.name(),
        download.file(),
        download.size(),
        Optional.of(setup.host()),
        download.tokenSha256());
  }

  private static Offer offer(BootstrapPackage found, String digest) {
    return new Offer(found.name(), found.file(), found.size(), Optional.empty(), digest);
  }

  /**
   * The same as HTTP gives it.
   *
   * @param token null counts as one that nobody was told
   */
  public Download download(String token) {
    Offer offer = find(Optional.ofNullable(token).orElse(""));
    return new Download(offer.size(), (range, out) -> write(offer, range, out));
  }

  /** Writes these bytes; how many were taken is noted, for whom they were. */
  public void write(Offer offer, ByteRange range, OutputStream out) {
    long end = files.write(offer.file(), range, out);
    if (end > range.first()) {
      offer
          .host()
          .ifPresent(host -> outcomes.fetched(host, offer.tokenSha256(), range.first(), end));
    }
  }
}
