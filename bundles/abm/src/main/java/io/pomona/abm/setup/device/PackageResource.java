package io.pomona.abm.setup.device;

import io.pomona.abm.setup.ByteRange;
import io.pomona.abm.setup.PackageDownloads;
import io.pomona.abm.setup.PackageDownloads.Offer;
import io.pomona.api.rest.DeviceResource;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.HEAD;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.Response.ResponseBuilder;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where Macs fetch their bootstrap package, whole or in pieces. */
@Component
@Path("apple/bootstrap")
public final class PackageResource implements DeviceResource {
  private static final String TYPE = "application/octet-stream";
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;

  private final PackageDownloads downloads;

  @Activate
  public PackageResource(@Reference PackageDownloads downloads) {
    this.downloads = downloads;
  }

  @GET
  public Response get(@QueryParam("token") String token, @HeaderParam("Range") String range) {
    Offer offer = downloads.find(Optional.ofNullable(token).orElse(""));
    return ByteRange.of(Optional.ofNullable(range), offer.size())
        .map(wanted -> answer(offer, wanted))
        .orElseGet(
            () ->
                Response.status(NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + offer.size())
                    .build());
  }

  private Response answer(Offer offer, ByteRange range) {
    boolean whole = range.length() == offer.size();
    ResponseBuilder answer =
        headed(Response.status(whole ? Response.Status.OK.getStatusCode() : PARTIAL), range)
            .entity((StreamingOutput) out -> downloads.write(offer, range, out));
    if (!whole) {
      answer.header(
          "Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + offer.size());
    }
    return answer.build();
  }

  @HEAD
  public Response head(@QueryParam("token") String token) {
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
