package io.pomona.http;

import static org.junit.Assert.assertEquals;

import io.pomona.api.rest.DeviceResource;
import io.pomona.api.rest.Download;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.junit.Rule;
import org.junit.Test;

/** A file as Macs get it: whole, in pieces, and only what it is. */
public class DownloadTest {
  private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.US_ASCII);

  private final DeviceServer device = new DeviceServer(new Listening());

  @Rule public final TestServer server = new TestServer("/mdm/*", device);

  public DownloadTest() {
    device.bindResource(new FileSide());
  }

  @Path("apple/file")
  public static final class FileSide implements DeviceResource {
    @GET
    public Download get() {
      return new Download(
          FILE.length,
          (range, out) -> {
            try {
              out.write(FILE, (int) range.first(), (int) range.length());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private HttpResponse<String> get(String range) {
    return server.send(server.request("/mdm/apple/file").header("Range", range).GET());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  public void allOfIt() {
    HttpResponse<String> answer = server.send(server.request("/mdm/apple/file").GET());
    assertEquals(200, answer.statusCode());
    assertEquals("0123456789", answer.body());
    assertEquals("10", header(answer, "Content-Length"));
    assertEquals("bytes", header(answer, "Accept-Ranges"));
    assertEquals("application/octet-stream", header(answer, "Content-Type"));
    assertEquals("no-store", header(answer, "Cache-Control"));
  }

  @Test
  public void aPieceOfIt() {
    HttpResponse<String> answer = get("bytes=3-5");
    assertEquals(206, answer.statusCode());
    assertEquals("345", answer.body());
    assertEquals("bytes 3-5/10", header(answer, "Content-Range"));
    assertEquals("789", get("bytes=-3").body());
  }

  @Test
  public void whatIsNotThere() {
    HttpResponse<String> answer = get("bytes=10-");
    assertEquals(416, answer.statusCode());
    assertEquals("bytes */10", header(answer, "Content-Range"));
  }

  @Test
  public void onlyWhatItIs() {
    HttpResponse<String> answer =
        server.send(server.request("/mdm/apple/file").method("HEAD", BodyPublishers.noBody()));
    assertEquals(200, answer.statusCode());
    assertEquals("10", header(answer, "Content-Length"));
    assertEquals("bytes", header(answer, "Accept-Ranges"));
    assertEquals("", answer.body());
  }
}
