package io.pomona.itests.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.itests.karaf.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * Large requests of an admin, that are put together before the clock runs and may take their time.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpRequest.Builder post(AdminApi admin, String path, byte[] body, Duration patience) {
    return admin
        .request(path)
        .timeout(patience)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }
}
