package io.pomona.simulator.oidc;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One request to the provider. */
record Exchange(HttpExchange http) {
  Map<String, String> query() {
    return parameters(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
  }

  Map<String, String> form() throws IOException {
    return parameters(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  String header(String name) {
    return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  void json(int status, Object body) throws IOException {
    byte[] bytes = Tokens.json(body);
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
  }

  void redirect(String location) throws IOException {
    http.getResponseHeaders().set("Location", location);
    http.sendResponseHeaders(302, -1);
  }
}
