package io.pomona.simulator.apple.abm;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the devices of a server, page by page, and what happened to them since. */
final class AbmPages {

  private static final String INVALID = "INVALID_CURSOR";

  private final AbmLimits limits;
  private final Clock clock;

  AbmPages(AbmLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  AbmAnswer fetch(AbmRequest request, AbmServer server) {
    Instant now = clock.instant();
    AbmCursor cursor =
        request
            .cursor()
            .map(text -> fetching(text, server, now))
            .orElse(new AbmCursor(server.uuid(), true, 0, server.events().size(), now));
    return page(request, server, cursor);
  }

  private static AbmCursor fetching(String text, AbmServer server, Instant now) {
    AbmCursor cursor = AbmCursor.of(text, server).orElseThrow(AbmPages::invalid);
    if (cursor.expired(now)) {
      throw invalid();
    } else if (!cursor.fetching()) {
      throw AbmRefusal.badRequest("EXHAUSTED_CURSOR");
    }
    return cursor;
  }

  AbmAnswer sync(AbmRequest request, AbmServer server) {
    request.document(); // malformed before missing
    String text = request.cursor().orElseThrow(() -> AbmRefusal.badRequest("CURSOR_REQUIRED"));
    AbmCursor cursor = AbmCursor.of(text, server).orElseThrow(AbmPages::invalid);
    if (cursor.expired(clock.instant())) {
      throw AbmRefusal.badRequest("EXPIRED_CURSOR");
    } else if (cursor.fetching()) {
      throw invalid();
    }
    return page(request, server, cursor);
  }

  private static AbmRefusal invalid() {
    return AbmRefusal.badRequest(INVALID);
  }

  private AbmAnswer page(AbmRequest request, AbmServer server, AbmCursor from) {
    int most = limits.page(request.endpoint(), request.document().number("limit", 0));
    List<Map<String, Object>> devices = new ArrayList<>();
    int position = from.position();
    Set<String> listed = new HashSet<>();
    while (position < server.events().size() && devices.size() < most) {
      AbmEvent event = server.events().get(position++);
      if (!from.fetching()) {
        devices.add(described(event, server, request.protocol()));
      } else if (event.device().listedAt(event) && listed.add(event.device().serial())) {
        devices.add(event.device().describe(server.organization().admin(), request.protocol()));
      }
    }
    return answer(server, from, position, devices);
  }

  private AbmAnswer answer(
      AbmServer server, AbmCursor from, int position, List<Map<String, Object>> devices) {
    boolean more = more(server, from, position);
    boolean fetching = from.fetching() && more;
    int next = from.fetching() && !more ? from.since() : position;
    Instant now = clock.instant();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("devices", devices);
    fields.put("fetched_until", AbmDevice.text(now));
    fields.put("more_to_follow", more);
    fields.put("cursor", new AbmCursor(server.uuid(), fetching, next, from.since(), now).text());
    return AbmAnswer.of(fields);
  }

  /** A fetch ends with the last device that is still there. */
  private static boolean more(AbmServer server, AbmCursor from, int position) {
    List<AbmEvent> rest = server.events().subList(position, server.events().size());
    return from.fetching()
        ? rest.stream().anyMatch(event -> event.device().listedAt(event))
        : !rest.isEmpty();
  }

  private static Map<String, Object> described(AbmEvent event, AbmServer server, int protocol) {
    AbmDevice device = event.device();
    Map<String, Object> fields =
        device.belongsTo(server)
            ? device.describe(server.organization().admin(), protocol)
            : device.goods().describe(protocol);
    fields.put("op_type", event.operation());
    fields.put("op_date", AbmDevice.text(event.at()));
    return fields;
  }
}
