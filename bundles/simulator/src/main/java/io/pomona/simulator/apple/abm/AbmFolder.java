package io.pomona.simulator.apple.abm;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an {@link AbmWorld} in one file. Meant for some hundred devices: each change writes all.
 */
final class AbmFolder {

  private final Path file;

  AbmFolder(Path folder) {
    this.file = folder.resolve("abm.json");
  }

  void save(AbmWorld world) {
    List<Object> organizations = new ArrayList<>();
    world.organizations().forEach(each -> organizations.add(saved(each)));
    try {
      OwnedFile.replace(file, AbmDocument.write(Map.of("organizations", organizations)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the virtual ABM in " + file, e);
    }
  }

  private static Map<String, Object> saved(AbmOrganization organization) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", organization.name());
    fields.put("id", organization.id());
    fields.put("terms", organization.termsAccepted());
    fields.put(
        "profiles",
        organization.profiles().values().stream()
            .map(it -> Map.of("server", it.server(), "definition", it.definition()))
            .toList());
    fields.put("devices", organization.devices().values().stream().map(AbmDevice::saved).toList());
    fields.put("servers", organization.servers().stream().map(AbmFolder::saved).toList());
    return fields;
  }

  private static Map<String, Object> saved(AbmServer server) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("uuid", server.uuid());
    fields.put("name", server.name());
    fields.put("killed", server.killed());
    server.key().ifPresent(key -> fields.put("key", Certificates.pem(key)));
    server.token().ifPresent(token -> fields.put("token", token.members()));
    fields.put("events", server.events().stream().map(AbmFolder::saved).toList());
    return fields;
  }

  /** With the goods: the device may have left the organization since. */
  private static Map<String, Object> saved(AbmEvent event) {
    Map<String, Object> fields = event.device().goods().saved();
    fields.put("op_type", event.operation());
    fields.put("op_date", event.at().toString());
    return fields;
  }

  AbmWorld load(Clock clock) throws IOException {
    AbmWorld world = new AbmWorld(clock);
    if (Files.exists(file)) {
      AbmDocument document = AbmDocument.read(Files.readAllBytes(file));
      for (AbmDocument each : document.children("organizations")) {
        world.organizations().add(organization(each));
      }
    }
    return world;
  }

  private static AbmOrganization organization(AbmDocument fields) {
    AbmOrganization organization =
        new AbmOrganization(fields.text("name").orElseThrow(), fields.text("id").orElseThrow());
    organization.terms(fields.flag("terms", true));
    for (AbmDocument each : fields.children("profiles")) {
      AbmProfile profile = profile(each);
      organization.profiles().put(profile.uuid(), profile);
    }
    Map<String, AbmServer> servers = new HashMap<>();
    for (AbmDocument each : fields.children("servers")) {
      AbmServer server = server(organization, each);
      organization.servers().add(server);
      servers.put(server.uuid(), server);
    }
    for (AbmDocument each : fields.children("devices")) {
      AbmDevice device = AbmDevice.restored(each, servers);
      organization.devices().put(device.serial(), device);
    }
    fields
        .children("servers")
        .forEach(each -> events(organization, servers.get(each.text("uuid").orElseThrow()), each));
    return organization;
  }

  private static AbmProfile profile(AbmDocument fields) {
    AbmDocument definition = fields.child("definition");
    return new AbmProfile(
        definition.text("profile_uuid").orElseThrow(),
        fields.text("server").orElseThrow(),
        definition.values());
  }

  private static AbmServer server(AbmOrganization organization, AbmDocument fields) {
    AbmServer server =
        new AbmServer(
            organization, fields.text("uuid").orElseThrow(), fields.text("name").orElseThrow());
    fields.text("key").ifPresent(pem -> server.key(Certificates.parsePem(pem).get(0)));
    if (fields.has("token")) {
      server.token(ServerToken.restored(fields.child("token")));
    }
    if (fields.flag("killed", false)) {
      server.killToken();
    }
    return server;
  }

  private static void events(AbmOrganization organization, AbmServer server, AbmDocument fields) {
    for (AbmDocument each : fields.children("events")) {
      AbmGoods goods = AbmGoods.restored(each);
      AbmDevice device = organization.device(goods.serial()).orElseGet(() -> new AbmDevice(goods));
      server.note(each.text("op_type").orElseThrow(), device, each.time("op_date").orElseThrow());
    }
  }
}
