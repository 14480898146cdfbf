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
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives packages to who knows a token: the one of the package, or the one that a Mac was told at
 * its set-up, by which is known that this Mac has fetched all of it.
 */
@Component(service = PackageDownloads.class)
public final class PackageDownloads {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

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

  /** Writes these bytes; how many were taken is noted, for whom they were. */
  public void write(Offer offer, ByteRange range, OutputStream out) {
    long end = written(offer, range, out);
    if (end > range.first()) {
      offer
          .host()
          .ifPresent(host -> outcomes.fetched(host, offer.tokenSha256(), range.first(), end));
    }
  }

  private long written(Offer offer, ByteRange range, OutputStream out) {
    long at = range.first();
    while (at <= range.last()) {
      byte[] part = part(offer, (int) (at / LargeFileStore.PART));
      int from = (int) (at % LargeFileStore.PART);
      int length = (int) Math.min(part.length - from, range.last() - at + 1);
      if (length <= 0 || !isTaken(part, from, length, out)) {
        return at;
      }
      at += length;
    }
    return at;
  }

  private byte[] part(Offer offer, int place) {
    return files
        .part(offer.file(), place)
        .orElseThrow(() -> MdmException.notFound("abm.no_such_package", "The package is gone."));
  }

  /** A Mac that hangs up comes again; that is nothing to worry about. */
  private static boolean isTaken(byte[] part, int from, int length, OutputStream out) {
    try {
      out.write(part, from, length);
      return true;
    } catch (IOException e) {
      LOG.debug("A download broke off", e);
      return false;
    }
  }
}
