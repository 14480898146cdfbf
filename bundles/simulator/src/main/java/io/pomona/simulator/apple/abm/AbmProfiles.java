package io.pomona.simulator.apple.abm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The calls about profiles. */
final class AbmProfiles {

  private final AbmWorld world;
  private final AbmDetails details;
  private final AbmScript script;

  AbmProfiles(AbmWorld world, AbmDetails details, AbmScript script) {
    this.world = world;
    this.details = details;
    this.script = script;
  }

  AbmAnswer define(AbmRequest request, AbmServer server) {
    AbmDocument sent = request.document();
    AbmProfileRules.check(sent);
    Map<String, Object> definition = new LinkedHashMap<>(sent.values());
    definition.remove("devices");
    String uuid = AbmIds.uuid();
    definition.put("profile_uuid", uuid);
    AbmProfile profile = new AbmProfile(uuid, server.uuid(), definition);
    server.organization().profiles().put(uuid, profile);
    return statuses(Optional.of(uuid), give(sent.texts("devices"), server, profile));
  }

  AbmAnswer read(AbmRequest request, AbmServer server) {
    return AbmAnswer.of(known(request.parameter("profile_uuid"), server).definition());
  }

  AbmAnswer assign(AbmRequest request, AbmServer server) {
    AbmProfile profile = known(request.document().text("profile_uuid"), server);
    Map<String, Object> given = give(details.serials(request), server, profile);
    return statuses(Optional.of(profile.uuid()), given);
  }

  private static AbmProfile known(Optional<String> asked, AbmServer server) {
    String uuid =
        asked
            .filter(it -> !it.isEmpty())
            .orElseThrow(() -> AbmRefusal.badRequest("PROFILE_UUID_REQUIRED"));
    return server
        .organization()
        .profile(uuid, server)
        .orElseThrow(() -> new AbmRefusal(404, "PROFILE_NOT_FOUND"));
  }

  private Map<String, Object> give(List<String> serials, AbmServer server, AbmProfile profile) {
    Map<String, Object> statuses = new LinkedHashMap<>();
    for (String serial : serials) {
      Optional<AbmDevice> device = AbmDetails.own(serial, server);
      String status = script.status(serial, device.isPresent() ? "SUCCESS" : "NOT_ACCESSIBLE");
      if (status.equals("SUCCESS")) {
        device.orElseThrow().give(profile.uuid(), world.now());
        world.modified(device.orElseThrow());
      }
      statuses.put(serial, status);
    }
    return statuses;
  }

  AbmAnswer remove(AbmRequest request, AbmServer server) {
    Optional<String> uuid = request.document().text("profile_uuid");
    Predicate<AbmDevice> has =
        device -> uuid.map(it -> device.profile().filter(it::equals).isPresent()).orElse(true);
    Map<String, Object> statuses = new LinkedHashMap<>();
    for (String serial : details.serials(request)) {
      Optional<AbmDevice> device = AbmDetails.own(serial, server).filter(has);
      device.ifPresent(
          found -> {
            found.takeProfile();
            world.modified(found);
          });
      statuses.put(serial, device.isPresent() ? "SUCCESS" : "NOT_ACCESSIBLE");
    }
    return statuses(uuid, statuses);
  }

  private static AbmAnswer statuses(Optional<String> uuid, Map<String, Object> devices) {
    Map<String, Object> fields = new LinkedHashMap<>();
    uuid.ifPresent(it -> fields.put("profile_uuid", it));
    fields.put("devices", devices);
    return AbmAnswer.of(fields);
  }
}
