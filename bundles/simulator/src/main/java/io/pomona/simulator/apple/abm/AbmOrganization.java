package io.pomona.simulator.apple.abm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organization in ABM with what it owns. Guarded by the lock of the {@link AbmWorld}. */
public final class AbmOrganization {

  private final String name;
  private final String id;
  private final List<AbmServer> servers = new ArrayList<>();
  private final Map<String, AbmDevice> devices = new LinkedHashMap<>();
  private final Map<String, AbmProfile> profiles = new LinkedHashMap<>();
  private boolean termsAccepted = true;

  AbmOrganization(String name, String id) {
    this.name = name;
    this.id = id;
  }

  public String name() {
    return name;
  }

  /** The Apple ID of the person who looks after it. */
  public String admin() {
    return "abm@" + name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".test";
  }

  String id() {
    return id;
  }

  List<AbmServer> servers() {
    return servers;
  }

  Map<String, AbmDevice> devices() {
    return devices;
  }

  Map<String, AbmProfile> profiles() {
    return profiles;
  }

  boolean termsAccepted() {
    return termsAccepted;
  }

  void terms(boolean accepted) {
    termsAccepted = accepted;
  }

  Optional<AbmDevice> device(String serial) {
    return Optional.ofNullable(devices.get(serial));
  }

  /** A server sees the profiles that it defined. */
  Optional<AbmProfile> profile(String uuid, AbmServer asking) {
    return Optional.ofNullable(profiles.get(uuid)).filter(it -> it.server().equals(asking.uuid()));
  }

  Map<String, Object> account(AbmServer server, int protocol) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("server_name", server.name());
    fields.put("server_uuid", server.uuid());
    fields.put("facilitator_id", admin());
    fields.put("admin_id", admin());
    fields.put("org_name", name);
    fields.put("org_email", admin());
    fields.put("org_phone", "+41 44 000 00 00");
    fields.put("org_address", "1 Orchard Lane, 8000 Zurich, CH");
    if (protocol >= 3) {
      fields.put("org_id", id);
      fields.put("org_id_hash", AbmIds.hash(id));
      fields.put("org_type", "org");
      fields.put("org_version", "v2");
    }
    return fields;
  }
}
