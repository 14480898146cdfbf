package io.pomona.simulator.apple.abm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many devices fit into one call, as /account tells it. */
final class AbmLimits {

  private record Limit(int usual, int maximum) {}

  private final Map<AbmEndpoint, Limit> limits = new EnumMap<>(AbmEndpoint.class);
  private int pages = Integer.MAX_VALUE;

  AbmLimits() {
    for (AbmEndpoint endpoint : AbmEndpoint.values()) {
      if (endpoint.counted()) {
        limits.put(endpoint, new Limit(100, 1000));
      }
    }
  }

  synchronized void set(AbmEndpoint endpoint, int usual, int maximum) {
    limits.put(endpoint, new Limit(usual, maximum));
  }

  /** Pages are no longer than this, whatever was asked for. */
  synchronized void shortPages(int devices) {
    pages = devices;
  }

  synchronized int page(AbmEndpoint endpoint, int asked) {
    Limit limit = limits.get(endpoint);
    int wanted = asked <= 0 ? limit.usual() : asked;
    return Math.min(Math.min(wanted, limit.maximum()), pages);
  }

  synchronized void check(AbmEndpoint endpoint, int serials) {
    if (serials > limits.get(endpoint).maximum()) {
      throw AbmRefusal.badRequest("MALFORMED_REQUEST_BODY");
    }
  }

  /** The urls of /account. */
  synchronized List<Map<String, Object>> urls() {
    Map<String, Map<String, Object>> byPath = new LinkedHashMap<>();
    for (AbmEndpoint endpoint : AbmEndpoint.values()) {
      Map<String, Object> url =
          byPath.computeIfAbsent(endpoint.path(), path -> new LinkedHashMap<>(Map.of("uri", path)));
      url.merge("http_method", endpoint.methods(), AbmLimits::both);
      if (limits.containsKey(endpoint)) {
        Limit limit = limits.get(endpoint);
        url.put("limit", Map.of("default", limit.usual(), "maximum", limit.maximum()));
      }
    }
    return new ArrayList<>(byPath.values());
  }

  private static Object both(Object left, Object right) {
    List<Object> both = new ArrayList<>((List<?>) left);
    both.addAll((List<?>) right);
    return both;
  }
}
