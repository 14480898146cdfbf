package io.pomona.http.download;

import io.pomona.api.rest.ByteRange;
import io.pomona.api.rest.Download;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Optional;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response.Status;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.Provider;

/** Makes of a {@link Download} what HTTP gives: the whole file or a piece of it. */
@Provider
public final class Downloads implements ContainerResponseFilter {
  private static final Annotation[] NONE = {};
  private static final String CONTENT_RANGE = "Content-Range";
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final int RETRY_SECONDS = 30;

  private final DownloadSlots slots;
  private final Clock clock;

  /**
   * @param most at a time, well below the threads of the web server
   */
  public Downloads(int most) {
    this(new DownloadSlots(most), Clock.systemUTC());
  }

  Downloads(DownloadSlots slots, Clock clock) {
    this.slots = slots;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Download download) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
      if (request.getMethod().equals(HttpMethod.HEAD)) {
        head(response, ByteRange.all(download.size()));
        // To CXF, which answers HEAD by the method for GET, no entity would be a length of 0.
        give(response, out -> {});
      } else {
        answer(download, Optional.ofNullable(request.getHeaderString("Range")), response);
      }
    }
  }

  private void answer(
      Download download, Optional<String> header, ContainerResponseContext response) {
    Optional<ByteRange> range = RangeHeader.read(header, download.size());
    if (range.isEmpty()) {
      response.getHeaders().putSingle(CONTENT_RANGE, "bytes */" + download.size());
      end(response, NOT_SATISFIABLE);
      return;
    }
    Optional<DownloadSlots.Slot> slot = slots.take(clock.instant());
    if (slot.isEmpty()) {
      response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      end(response, Status.SERVICE_UNAVAILABLE.getStatusCode());
      return;
    }
    give(download, range.get(), slot.get(), response);
  }

  private static void end(ContainerResponseContext response, int status) {
    response.setStatus(status);
    response.setEntity(null);
  }

  private static void give(
      Download download,
      ByteRange range,
      DownloadSlots.Slot slot,
      ContainerResponseContext response) {
    head(response, range);
    if (range.length() != download.size()) {
      response.setStatus(PARTIAL);
      response
          .getHeaders()
          .putSingle(
              CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + download.size());
    }
    give(response, out -> slot.run(() -> download.content().write(range, out)));
  }

  private static void give(ContainerResponseContext response, StreamingOutput bytes) {
    response.setEntity(bytes, NONE, MediaType.APPLICATION_OCTET_STREAM_TYPE);
  }

  private static void head(ContainerResponseContext response, ByteRange range) {
    response.setStatus(Status.OK.getStatusCode());
    response.getHeaders().putSingle("Accept-Ranges", "bytes");
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, range.length());
  }
}
