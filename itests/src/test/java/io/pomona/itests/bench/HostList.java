package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import java.util.List;
import java.util.Random;

/** How long pages of the list of hosts take, as a client of the API sees them. */
final class HostList {
  private static final int PER_PAGE = 50;
  private static final int REQUESTS = 200;
  private static final int FEW = 50;
  private static final List<String> KEYS =
      List.of(
          "display_name",
          "hardware_serial",
          "hardware_model",
          "os_version",
          "mdm.enrollment_status",
          "team_name",
          "seen_time",
          "created_at");

  private final AdminApi admin;
  private final int hosts;
  private final Figures figures;
  private final Random random = new Random(50);

  HostList(AdminApi admin, int hosts, Figures figures) {
    this.admin = admin;
    this.hosts = hosts;
    this.figures = figures;
  }

  void run() {
    long known = admin.get("/api/v1/hosts/count").ok().json().get("count").asLong();
    if (known != hosts) {
      throw new IllegalStateException("Of " + hosts + " hosts " + known + " are there.");
    }
    for (int i = 0; i < 3 * REQUESTS; i++) {
      admin.get(page("order_key=" + KEYS.get(i % KEYS.size()), anywhere())).ok();
    }
    pages("by number", "");
    for (String key : KEYS) {
      pages("by " + key, "order_key=" + key);
      pages("by " + key + ", descending", "order_direction=desc&order_key=" + key);
    }
    single("by name, of one team", page("order_key=display_name&team_id=1", 3));
    single("by name, pending", page("order_key=display_name&mdm_enrollment_status=pending", 3));
    single("by name, found by text", page("order_key=display_name&query=ada", 3));
    single(
        "by name, disk encryption failed",
        page("order_key=display_name&macos_settings_disk_encryption=failed", 0));
    single("count", "/api/v1/hosts/count");
    single("count, found by text", "/api/v1/hosts/count?query=ada");
    single("counts by MDM status", "/api/v1/hosts/summary/mdm");
    long begin = System.nanoTime();
    admin.get("/api/v1/hosts/report?order_key=display_name").ok();
    figures.add("the whole list as CSV, by name (s)", (System.nanoTime() - begin) / 1e9);
  }

  private void pages(String what, String order) {
    Latencies first = new Latencies();
    Latencies deep = new Latencies();
    for (int i = 0; i < REQUESTS; i++) {
      first.add(time(page(order, random.nextInt(10))));
      deep.add(time(page(order, anywhere())));
    }
    add(what + ", first ten pages", first);
    add(what + ", any page", deep);
  }

  private int anywhere() {
    return random.nextInt(hosts / PER_PAGE);
  }

  private void single(String what, String path) {
    Latencies latencies = new Latencies();
    for (int i = 0; i < FEW; i++) {
      latencies.add(time(path));
    }
    add(what, latencies);
  }

  private void add(String what, Latencies latencies) {
    System.out.printf(
        "  %-45s p50 %6.1f ms, p99 %6.1f ms%n",
        what, latencies.millis(0.5), latencies.millis(0.99));
    figures.add(what + ", p50 (ms)", latencies.millis(0.5));
    figures.add(what + ", p99 (ms)", latencies.millis(0.99));
  }

  private long time(String path) {
    long begin = System.nanoTime();
    admin.get(path).ok();
    return System.nanoTime() - begin;
  }

  private static String page(String order, int number) {
    return "/api/v1/hosts?per_page=" + PER_PAGE + "&page=" + number + "&" + order;
  }
}
