package io.pomona.simulator.apple.abm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some serial numbers of a call fail, the others are served.
 *
 * @param serials empty: all
 * @param more further members of the answer
 */
record SerialFault(String status, Collection<String> serials, Map<String, Object> more)
    implements AbmFault {

  @Override
  public AbmAnswer answer(AbmRequest request, Served good) {
    List<String> asked = request.document().texts("devices");
    List<String> failing =
        serials.isEmpty() ? asked : asked.stream().filter(serials::contains).toList();
    AbmAnswer answer =
        served(request, asked.stream().filter(it -> !failing.contains(it)).toList(), good);
    if (!answer.good() || failing.isEmpty()) {
      return answer;
    }
    Map<String, Object> fields = answer.fields();
    Map<String, Object> devices = devices(fields);
    failing.forEach(serial -> devices.put(serial, said(request)));
    fields.put("devices", devices);
    fields.putAll(more);
    return answer.with(fields);
  }

  private static AbmAnswer served(AbmRequest request, List<String> rest, Served good) {
    Map<String, Object> body = request.document().values();
    if (rest.isEmpty() && request.endpoint() != AbmEndpoint.DEFINE_PROFILE) {
      body.remove("devices");
      return AbmAnswer.of(body);
    }
    body.put("devices", rest);
    return good.serve(request.with(body));
  }

  private Object said(AbmRequest request) {
    return request.endpoint() == AbmEndpoint.DETAILS ? Map.of("response_status", status) : status;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> devices(Map<String, Object> fields) {
    return fields.get("devices") instanceof Map
        ? new LinkedHashMap<>((Map<String, Object>) fields.get("devices"))
        : new LinkedHashMap<>();
  }
}
