package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** One command for all: queued by one order, pushed, fetched and acknowledged by each Mac. */
final class CommandRound {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String uuid = UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
  private final Fleet fleet;
  private final Meter meter;

  CommandRound(Fleet fleet, Meter meter) {
    this.fleet = fleet;
    this.meter = meter;
  }

  String uuid() {
    return uuid;
  }

  /** Until the admin has the answer. */
  Sample enqueue(AdminApi admin) {
    List<String> hosts = fleet.macs().stream().map(mac -> mac.hardware().udid()).toList();
    String command = Base64.getEncoder().encodeToString(BigCommand.of(uuid));
    byte[] order = Json.bytes(Map.of("command", command, "host_uuids", hosts));
    return meter.measure(
        () -> {
          admin.send(Json.post(admin, "/api/v1/commands/run", order, PATIENCE)).ok();
          return counted();
        });
  }

  /** Until a push for each Mac has arrived. */
  Sample push(AppleSide apple, int before) {
    return meter.measure(
        () -> {
          Awaitility.await("pushes")
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(50))
              .until(() -> apple.pushes() - before >= fleet.size());
          return counted();
        });
  }

  /** As many as there are Macs; how long each took is not seen from here. */
  private Latencies counted() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < fleet.size(); i++) {
      latencies.add(0);
    }
    return latencies;
  }

  /** Each fetches and acknowledges. */
  Sample cycle(Crowd crowd) {
    byte[][] answers = fleet.acknowledged(uuid);
    byte[] name = uuid.getBytes(StandardCharsets.US_ASCII);
    return meter.measure(
        () -> crowd.each(fleet.size(), (mac, wire) -> fleet.fetch(mac, wire, name, answers[mac])));
  }
}
