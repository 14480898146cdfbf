package io.pomona.simulator.apple.abm;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call as it arrived; header names in lower case. */
public record AbmRequest(
    AbmEndpoint endpoint, String method, URI uri, Map<String, String> headers, byte[] body) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  /** The body, or a refusal where there is no JSON object. */
  AbmDocument document() {
    try {
      return AbmDocument.read(body);
    } catch (IOException e) {
      throw AbmRefusal.badRequest("MALFORMED_REQUEST_BODY");
    }
  }

  int protocol() {
    return header("X-Server-Protocol-Version").map(Integer::parseInt).orElse(1);
  }

  Optional<String> parameter(String name) {
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        String value = pair.substring(name.length() + 1);
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  Optional<String> cursor() {
    try {
      return AbmDocument.read(body).text("cursor");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  AbmRequest with(Map<String, Object> otherBody) {
    return new AbmRequest(endpoint, method, uri, headers, AbmDocument.write(otherBody));
  }

  /** Serial numbers named, or the page size asked for. */
  int serials() {
    if (!endpoint.counted()) {
      return 0;
    }
    try {
      AbmDocument document = AbmDocument.read(body);
      List<String> devices = document.texts("devices");
      return devices.isEmpty() ? document.number("limit", 100) : devices.size();
    } catch (IOException e) {
      return 0;
    }
  }
}
