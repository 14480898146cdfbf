package io.pomona.abm.setup;

import io.pomona.abm.setup.PackageDownloads.Offer;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packages as HTTP gives them: whole or in pieces. */
@Component(service = PackageAnswers.class)
public final class PackageAnswers {
  private static final String TYPE = "application/octet-stream";
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  // Well below the threads of the web server.
  private static final int MOST = 24;
  private static final int RETRY_SECONDS = 30;

  private final PackageDownloads downloads;
  private final DownloadSlots slots;
  private final Clock clock;

  @Activate
  public PackageAnswers(@Reference PackageDownloads downloads) {
    this(downloads, new DownloadSlots(MOST), Clock.systemUTC());
  }

  PackageAnswers(PackageDownloads downloads, DownloadSlots slots, Clock clock) {
    this.downloads = downloads;
    this.slots = slots;
    this.clock = clock;
  }

  /**
   * @param token null counts as one that nobody was told
   * @param range the header of this name, or null
   */
  public Response get(String token, String range) {
    Offer offer = downloads.find(Optional.ofNullable(token).orElse(""));
    return ByteRange.of(Optional.ofNullable(range), offer.size())
        .map(wanted -> begin(offer, wanted))
        .orElseGet(
            () ->
                Response.status(NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + offer.size())
                    .build());
  }

  private Response begin(Offer offer, ByteRange range) {
    return slots
        .take(clock.instant())
        .map(slot -> answer(offer, range, slot))
        .orElseGet(
            () ->
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build());
  }

  private Response answer(Offer offer, ByteRange range, DownloadSlots.Slot slot) {
    boolean whole = range.length() == offer.size();
    ResponseBuilder answer =
        headed(Response.status(whole ? Response.Status.OK.getStatusCode() : PARTIAL), range)
            .entity((StreamingOutput) out -> slot.run(() -> downloads.write(offer, range, out)));
    if (!whole) {
      answer.header(
          "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + offer.size());
    }
    return answer.build();
  }

  /** The same without the bytes. */
  public Response head(String token) {
    Offer offer = downloads.find(Optional.ofNullable(token).orElse(""));
    return headed(Response.ok(), new ByteRange(0, offer.size() - 1)).build();
  }

  private static ResponseBuilder headed(ResponseBuilder answer, ByteRange range) {
    return answer
        .type(TYPE)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LENGTH, range.length());
  }
}
