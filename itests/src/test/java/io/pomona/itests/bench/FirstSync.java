package io.pomona.itests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.itests.karaf.AdminApi;
import io.pomona.simulator.apple.abm.AbmServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * From a loaded token until all Macs of Apple Business Manager are pending hosts, then a fetch of
 * all of them with nothing new. Most of the seconds are the pace at which Apple may be called.
 */
final class FirstSync {
  private static final String TOKENS = "/api/v1/abm_tokens";
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final AdminApi admin;
  private final AppleSide apple;
  private final Server server;
  private final Meter meter;
  private final Figures figures;

  FirstSync(AdminApi admin, AppleSide apple, Server server, Meter meter, Figures figures) {
    this.admin = admin;
    this.apple = apple;
    this.server = server;
    this.meter = meter;
    this.figures = figures;
  }

  void run(int macs) {
    JsonNode key = admin.get("/api/v1/mdm/apple/abm_public_key").ok().json().get("public_key");
    String pem = new String(Base64.getDecoder().decode(key.asText()), StandardCharsets.US_ASCII);
    AbmServer bought = apple.abm().person().addServer("Benchmark", pem);
    apple.abm().person().buyMacs(bought, "C02B", macs);
    byte[] token = apple.abm().person().downloadToken(bought);
    meter.awaitQuiet();
    measure(
        "first synchronization of " + macs + " Macs",
        () -> admin.upload(TOKENS, "token", "token.p7m", token).ok(),
        "");
    long pending =
        admin
            .get("/api/v1/hosts/count?mdm_enrollment_status=pending")
            .ok()
            .json()
            .get("count")
            .asLong();
    if (pending != macs) {
      throw new IllegalStateException("Of " + macs + " Macs " + pending + " are pending.");
    }
    String before = token().get("full_sync_at").asText();
    long id = token().get("id").asLong();
    measure(
        "fetching all again",
        () -> admin.post(TOKENS + "/" + id + "/sync?full=true", Map.of()).ok(),
        before);
  }

  private void measure(String what, Runnable begin, String fullSyncBefore) {
    double[] resident = {0};
    Sample sample =
        meter.measure(
            () -> {
              begin.run();
              Awaitility.await(what)
                  .atMost(PATIENCE)
                  .pollInterval(Duration.ofMillis(500))
                  .until(
                      () -> {
                        double now = server.figures().residentMegabytes();
                        resident[0] = Math.max(resident[0], now);
                        return isDone(fullSyncBefore);
                      });
              return new Latencies();
            });
    System.out.printf(
        "  %s: %.1f s; CPU %.1f s server + %.1f s database%n",
        what, sample.wallSeconds(), sample.serverSeconds(), sample.databaseSeconds());
    figures.add(what + " (s)", sample.wallSeconds());
    figures.add(what + ", server (CPU-s)", sample.serverSeconds());
    figures.add(what + ", database (CPU-s)", sample.databaseSeconds());
    figures.add(what + ", most resident (MB)", resident[0]);
    figures.add(what + ", heap after collection (MB)", server.figures().heapMegabytes());
  }

  private JsonNode token() {
    return admin.get(TOKENS).ok().json().at("/abm_tokens/0");
  }

  private boolean isDone(String fullSyncBefore) {
    JsonNode token = token();
    return token.hasNonNull("full_sync_at")
        && !token.get("full_sync_at").asText().equals(fullSyncBefore)
        && !token.get("fetching").asBoolean();
  }
}
