package io.pomona.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletResponse;

/**
 * Bytes as they are sent. What holds secrets is never compressed, since its length would tell of
 * them; the files of the console are the same for everybody.
 */
record Encoded(byte[] bytes, String tag, String encoding) {
  private static final String AS_IT_IS = "identity";
  private static final String GZIP = "gzip";

  static Encoded plain(byte[] bytes) {
    return new Encoded(bytes, EntityTag.of(bytes), AS_IT_IS);
  }

  static Encoded gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] compressed = out.toByteArray();
    return new Encoded(compressed, EntityTag.of(compressed), GZIP);
  }

  void send(HttpServletResponse response) throws IOException {
    if (!encoding.equals(AS_IT_IS)) {
      response.setHeader("Content-Encoding", encoding);
    }
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
