package io.pomona.http;

import io.pomona.api.MdmException;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/**
 * Bodies of the device side, which are held in memory whole: large ones only from who shows
 * something that may be an identity, and only a few at once.
 */
final class MacBodies implements BodyRule {
  /** Inventory answers of real Macs are several megabytes. */
  static final long LIMIT = 16L << 20;

  static final long SCEP_LIMIT = 2L << 20;

  /** What a Mac says of itself before it has an identity. */
  static final long STRANGER_LIMIT = 64L << 10;

  /** What anybody may send, and what does not count as large. */
  static final long SMALL = 1L << 20;

  private static final Pattern SCEP = Pattern.compile("/mdm/apple/scep(/.*)?");
  private static final Pattern STRANGER = Pattern.compile("/mdm/apple/enroll(/.*)?");
  private static final String TLS_CERTIFICATES = "javax.servlet.request.X509Certificate";
  // A proxy's header may have any name; a certificate is always longer than this.
  private static final int SHORTEST_CERTIFICATE = 300;

  private final LargeBodies places;

  MacBodies(LargeBodies places) {
    this.places = places;
  }

  @Override
  public Meter meter(HttpServletRequest request, String path) {
    if (STRANGER.matcher(path).matches()) {
      return new MacBody(STRANGER_LIMIT, false);
    }
    boolean scep = SCEP.matcher(path).matches();
    return new MacBody(scep ? SCEP_LIMIT : LIMIT, scep || mayHaveProof(request));
  }

  private static boolean mayHaveProof(HttpServletRequest request) {
    return request.getHeader("Mdm-Signature") != null
        || request.getAttribute(TLS_CERTIFICATES) != null
        || Collections.list(request.getHeaderNames()).stream()
            .map(request::getHeader)
            .anyMatch(value -> value != null && value.length() >= SHORTEST_CERTIFICATE);
  }

  private final class MacBody implements Meter {
    private final long limit;
    private final boolean mayBeLarge;
    private boolean placed;
    private long deadline;

    MacBody(long limit, boolean mayBeLarge) {
      this.limit = limit;
      this.mayBeLarge = mayBeLarge;
    }

    @Override
    public void reached(long bytes) {
      if (bytes > limit) {
        throw AdminBodies.tooLarge(limit);
      }
      if (bytes > SMALL && !placed) {
        take();
      }
      if (placed && System.nanoTime() - deadline > 0) {
        throw MdmException.malformed("http.too_slow", "The body came too slowly.");
      }
    }

    private void take() {
      if (!mayBeLarge) {
        throw MdmException.malformed(
            "http.no_identity", "A body of this size needs an identity: sign the message.");
      }
      places.take();
      placed = true;
      deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    }

    @Override
    public void close() {
      if (placed) {
        places.giveBack();
      }
    }
  }
}
