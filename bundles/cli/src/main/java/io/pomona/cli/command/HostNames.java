package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import java.util.List;

/** Hosts by whatever an admin calls them. */
final class HostNames {
  private HostNames() {}

  /** The host with this UDID, serial number or name. */
  static JsonNode find(Server server, String name) {
    return server.get("/hosts/identifier/" + Query.escape(name)).path("host");
  }

  static List<String> uuids(Server server, List<String> names) {
    return names.stream().map(name -> find(server, name).path("uuid").asText()).toList();
  }

  /** One Mac, two Macs. */
  static String counted(long macs) {
    return macs == 1 ? "1 Mac" : macs + " Macs";
  }

  static List<Long> ids(Server server, List<String> names) {
    return names.stream().map(name -> find(server, name).path("id").asLong()).toList();
  }
}
