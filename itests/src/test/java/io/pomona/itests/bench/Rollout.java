package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.protocol.profile.MobileConfig;
import io.pomona.testkit.SampleProfiles;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * A file with 15 new profiles for a team with all Macs: from the request until every Mac has
 * reported that it has them.
 */
final class Rollout {
  static final int PROFILES = 15;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String TEAM = "Rollout";

  private final Fleet fleet;
  private final Meter meter;
  private final Figures figures;
  private final AdminApi admin;
  private final List<SampleProfile> profiles;

  /** One of the profiles. */
  record SampleProfile(String identifier, String payloadUuid, byte[] content) {
    private static SampleProfile of(int number, long round) {
      String identifier = "org.example.rollout." + number;
      byte[] content =
          SampleProfiles.screenSaver(identifier, "Rollout " + number, (int) (round + number));
      return new SampleProfile(identifier, MobileConfig.read(content).uuid(), content);
    }
  }

  Rollout(Fleet fleet, Meter meter, Figures figures, AdminApi admin) {
    this.fleet = fleet;
    this.meter = meter;
    this.figures = figures;
    this.admin = admin;
    long round = System.currentTimeMillis() / 1_000 % 100_000_000;
    this.profiles =
        IntStream.range(0, PROFILES).mapToObj(number -> SampleProfile.of(number, round)).toList();
  }

  /** Into their team, where nothing is to be done for them yet. */
  void gather(Crowd crowd) {
    apply(List.of(), true);
    byte[] all = Json.bytes(Map.of("team_id", team(), "filters", Map.of("query", "")));
    admin.send(Json.post(admin, "/api/v1/hosts/transfer/filter", all, PATIENCE)).ok();
    fleet.settle(crowd);
    meter.awaitQuiet();
    System.out.println("  gathered in team " + team());
  }

  private long team() {
    return admin.get("/api/v1/teams?query=" + TEAM).ok().json().at("/teams/0/id").asLong();
  }

  void run(Crowd crowd) {
    Sample applied = meter.measure(() -> counted(() -> apply(profiles, false)));
    tell(applied, "a file with 15 profiles, answered");
    Sample durable = meter.measure(() -> counted(() -> await("pending")));
    tell(durable, "then until all its commands are durable");
    Delivery delivery = new Delivery(fleet, profiles);
    Sample delivered =
        meter.measure(
            () ->
                counted(
                    () -> {
                      do {
                        delivery.run(crowd);
                      } while (reached("verified") < fleet.size());
                    }));
    tell(delivered, "then until all Macs have reported all of them");
    delivery.check();
    figures.add(
        "installed profiles per CPU-s, all included",
        (double) PROFILES * fleet.size() / (cpu(applied) + cpu(durable) + cpu(delivered)));
  }

  private void tell(Sample sample, String what) {
    System.out.println(sample.line(what));
    figures.add(what + " (s)", sample.wallSeconds());
    figures.add(what + " (CPU-s)", cpu(sample));
  }

  private static double cpu(Sample sample) {
    return sample.serverSeconds() + sample.databaseSeconds();
  }

  private Latencies counted(Runnable work) {
    work.run();
    Latencies latencies = new Latencies();
    for (int i = 0; i < PROFILES * fleet.size(); i++) {
      latencies.add(0);
    }
    return latencies;
  }

  private void apply(List<SampleProfile> wanted, boolean force) {
    Map<String, String> attachments = new LinkedHashMap<>();
    StringBuilder yaml = new StringBuilder("kind: team\nspec:\n  team:\n    name: " + TEAM);
    yaml.append("\n    mdm: {macos_settings: {custom_settings: [");
    for (SampleProfile profile : wanted) {
      attachments.put(profile.identifier(), Base64.getEncoder().encodeToString(profile.content()));
      yaml.append(profile.identifier()).append(", ");
    }
    Map<String, Object> file =
        Map.of("name", "rollout.yml", "content", yaml + "]}}\n", "attachments", attachments);
    String path = "/api/v1/apply?force=" + force;
    admin.send(Json.post(admin, path, Json.bytes(Map.of("files", List.of(file))), PATIENCE)).ok();
  }

  /** Until all Macs have this status. */
  private void await(String status) {
    Awaitility.await(status)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> reached(status) == fleet.size());
  }

  /**
   * How many Macs have it. Lists are asked for once all is installed, so Macs must go on asking.
   */
  private int reached(String status) {
    String path = "/api/v1/configuration_profiles/summary?team_id=" + team();
    return admin.get(path).ok().json().get(status).asInt();
  }

  /** The Macs' side. */
  private static final class Delivery {
    private final Fleet fleet;
    private final List<Map<String, String>> list;
    private final AtomicInteger[] installs;

    Delivery(Fleet fleet, List<SampleProfile> profiles) {
      this.fleet = fleet;
      this.list =
          profiles.stream()
              .map(
                  profile ->
                      Map.of(
                          "PayloadIdentifier", profile.identifier(),
                          "PayloadUUID", profile.payloadUuid()))
              .toList();
      this.installs =
          IntStream.range(0, fleet.size())
              .mapToObj(mac -> new AtomicInteger())
              .toArray(AtomicInteger[]::new);
    }

    /** Until there was nothing for anybody twice; lists are asked for when all is installed. */
    void run(Crowd crowd) {
      int quiet = 0;
      while (quiet < 2) {
        AtomicInteger answered = new AtomicInteger();
        crowd.each(fleet.size(), (mac, wire) -> talk(mac, wire, answered));
        quiet = answered.get() == 0 ? quiet + 1 : 0;
      }
    }

    private void talk(int mac, Wire wire, AtomicInteger answered) throws IOException {
      fleet.settle(
          mac,
          wire,
          (uuid, type) -> {
            answered.incrementAndGet();
            if (type.equals("InstallProfile")) {
              installs[mac].incrementAndGet();
            }
            return type.equals("ProfileList")
                ? fleet.macs().get(mac).messages().listed(uuid, list)
                : fleet.macs().get(mac).messages().acknowledged(uuid, type);
          });
    }

    /** No Mac was sent anything twice. */
    void check() {
      for (AtomicInteger count : installs) {
        if (count.get() != PROFILES) {
          throw new IllegalStateException("A Mac was sent " + count + " profiles.");
        }
      }
    }
  }
}
