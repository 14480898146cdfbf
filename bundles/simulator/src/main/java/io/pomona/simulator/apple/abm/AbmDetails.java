package io.pomona.simulator.apple.abm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls about named devices. */
final class AbmDetails {

  private final AbmWorld world;
  private final AbmLimits limits;

  AbmDetails(AbmWorld world, AbmLimits limits) {
    this.world = world;
    this.limits = limits;
  }

  AbmAnswer details(AbmRequest request, AbmServer server) {
    Map<String, Object> devices = new LinkedHashMap<>();
    for (String serial : serials(request)) {
      devices.put(serial, detail(own(serial, server), server, request.protocol()));
    }
    return AbmAnswer.of(Map.of("devices", devices));
  }

  private static Map<String, Object> detail(
      Optional<AbmDevice> device, AbmServer server, int protocol) {
    return device
        .map(
            found -> {
              String admin = server.organization().admin();
              Map<String, Object> fields = found.describe(admin, protocol);
              fields.put("response_status", "SUCCESS");
              return fields;
            })
        .orElseGet(() -> new LinkedHashMap<>(Map.of("response_status", "NOT_FOUND")));
  }

  AbmAnswer disown(AbmRequest request, AbmServer server) {
    Map<String, Object> devices = new LinkedHashMap<>();
    for (String serial : serials(request)) {
      Optional<AbmDevice> device = own(serial, server);
      device.ifPresent(
          found -> {
            world.moved(found, Optional.empty());
            server.organization().devices().remove(serial);
          });
      devices.put(serial, device.isPresent() ? "SUCCESS" : "NOT_ACCESSIBLE");
    }
    return AbmAnswer.of(Map.of("devices", devices));
  }

  List<String> serials(AbmRequest request) {
    List<String> serials = request.document().texts("devices");
    if (serials.isEmpty()) {
      throw AbmRefusal.badRequest("DEVICE_ID_REQUIRED");
    }
    limits.check(request.endpoint(), serials.size());
    return serials;
  }

  static Optional<AbmDevice> own(String serial, AbmServer server) {
    return server.organization().device(serial).filter(device -> device.belongsTo(server));
  }
}
