package io.pomona.simulator.apple.abm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A device of an organization. Guarded by the lock of the {@link AbmWorld}. */
final class AbmDevice {

  private final AbmGoods goods;
  private AbmServer server;
  private AbmEvent listing;
  private Instant assignedAt;
  private String profile = "";
  private String status = "empty";
  private Instant profileAt;
  private Instant pushedAt;

  AbmDevice(AbmGoods goods) {
    this.goods = goods;
  }

  String serial() {
    return goods.serial();
  }

  AbmGoods goods() {
    return goods;
  }

  Optional<AbmServer> server() {
    return Optional.ofNullable(server);
  }

  boolean belongsTo(AbmServer asking) {
    return server == asking;
  }

  /** A device that changes its server loses the profile that the former one gave it. */
  void moveTo(AbmServer next, Instant now) {
    server = Objects.requireNonNull(next);
    assignedAt = now;
    profile = "";
    status = "empty";
  }

  void leaveServer() {
    server = null;
    listing = null;
    profile = "";
    status = "empty";
  }

  /** The line of the log where a full list finds this device. */
  void listing(AbmEvent added) {
    listing = added;
  }

  boolean listedAt(AbmEvent event) {
    return listing == event;
  }

  Optional<String> profile() {
    return Optional.of(profile).filter(uuid -> !uuid.isEmpty());
  }

  void give(String profileUuid, Instant now) {
    profile = profileUuid;
    status = "assigned";
    profileAt = now;
    pushedAt = null;
  }

  void takeProfile() {
    profile = "";
    status = "removed";
  }

  void pushed(Instant now) {
    status = "pushed";
    pushedAt = now;
  }

  Map<String, Object> describe(String admin, int protocol) {
    Map<String, Object> fields = goods.describe(protocol);
    fields.put("profile_status", status);
    profile()
        .ifPresent(
            uuid -> {
              fields.put("profile_uuid", uuid);
              fields.put("profile_assign_time", text(profileAt));
            });
    if (pushedAt != null) {
      fields.put("profile_push_time", text(pushedAt));
    }
    if (server != null) {
      fields.put("device_assigned_by", admin);
      fields.put("device_assigned_date", text(assignedAt));
    }
    return fields;
  }

  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** What a later start needs. */
  Map<String, Object> saved() {
    Map<String, Object> fields = new LinkedHashMap<>(goods.saved());
    fields.put("profile", profile);
    fields.put("status", status);
    server().ifPresent(owner -> fields.put("server", owner.uuid()));
    put(fields, "assigned", assignedAt);
    put(fields, "profiled", profileAt);
    put(fields, "pushed", pushedAt);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Instant time) {
    if (time != null) {
      fields.put(name, time.toString());
    }
  }

  static AbmDevice restored(AbmDocument fields, Map<String, AbmServer> servers) {
    AbmDevice device = new AbmDevice(AbmGoods.restored(fields));
    fields.text("server").ifPresent(uuid -> device.server = servers.get(uuid));
    device.profile = fields.text("profile").orElse("");
    device.status = fields.text("status").orElse("empty");
    device.assignedAt = fields.time("assigned").orElse(Instant.EPOCH);
    device.profileAt = fields.time("profiled").orElse(Instant.EPOCH);
    device.pushedAt = fields.time("pushed").orElse(null);
    return device;
  }
}
