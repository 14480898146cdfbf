package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All measurements on one database, in their order. */
final class Course {
  private static final int TEAMS = 20;

  private final Options options;
  private final String kind;
  private final Path folder;
  private final AppleSide apple;
  private final List<String> commands = new ArrayList<>();

  Course(Options options, String kind, Path folder, AppleSide apple) {
    this.options = options;
    this.kind = kind;
    this.folder = folder;
    this.apple = apple;
  }

  Figures run() {
    if (options.hosts() > 0) {
      return hostList();
    }
    return options.abm() > 0 ? firstSync() : macs();
  }

  /** A new server, which sees Apple Business Manager for the first time. */
  private Figures firstSync() {
    Path passing = folder.resolve("abm");
    delete(passing);
    try (Database database = database(passing.resolve("database"), passing.resolve("server"));
        Server server = new Server(passing.resolve("server"), database, apple)) {
      Figures figures = new Figures(database.name());
      server.awaitFirstAnswer();
      server.awaitAll();
      Meter meter = new Meter(server.figures(), database);
      new FirstSync(server.admin(), apple, server, meter, figures).run(options.abm());
      return figures;
    }
  }

  /** A server that is started again once its registry is full. */
  private Figures hostList() {
    Path passing = folder.resolve("hosts");
    delete(passing);
    Path data = passing.resolve("server");
    try (Database database = database(passing.resolve("database"), data)) {
      List<Long> teams = new ArrayList<>();
      try (Server server = new Server(data, database, apple)) {
        server.awaitFirstAnswer();
        server.awaitAll();
        apple.turnMdmOn(server.admin());
        for (int i = 1; i <= TEAMS; i++) {
          teams.add(team(server.admin(), "Team " + i));
        }
      }
      new ManyHosts(database).write(options.hosts(), teams);
      Figures figures = new Figures(database.name() + ", " + options.hosts() + " hosts");
      try (Server server = new Server(data, database, apple)) {
        server.awaitFirstAnswer();
        server.awaitAll();
        new Meter(server.figures(), database).awaitQuiet();
        System.out.println(database.name() + ": " + options.hosts() + " hosts");
        new HostList(server.admin(), options.hosts(), figures).run();
        new HostsInABrowser(figures).run(server.admin().server(), Server.login());
      }
      return figures;
    }
  }

  private static long team(AdminApi admin, String name) {
    return admin.post("/api/v1/teams", Map.of("name", name)).ok().json().at("/team/id").asLong();
  }

  private Figures macs() {
    Figures figures = empty();
    Path data = folder.resolve("server");
    try (Database database = database(folder.resolve("database"), data)) {
      System.out.println(database.name() + ": " + options.macs() + " Macs");
      try (Server server = new Server(data, database, apple)) {
        enrolled(server, database, figures);
        // Ended as by a power cut: what was acknowledged must be there all the same.
        server.kill();
        count(database);
      }
    }
    return figures;
  }

  private Database database(Path own, Path server) {
    return kind.equals("h2") ? new H2(server) : new Postgres(own);
  }

  /** A server that nobody has used, started twice. */
  private Figures empty() {
    Path passing = folder.resolve("empty");
    delete(passing);
    try (Database database = database(passing.resolve("database"), passing.resolve("server"));
        Server server = new Server(passing.resolve("server"), database, apple)) {
      Figures figures = new Figures(database.name());
      figures.add("start to first 200, first boot (s)", seconds(server));
      server.awaitAll();
      apple.turnMdmOn(server.admin());
      for (int i = 0; i < options.rounds(); i++) {
        server.kill();
        server.startAgain();
        figures.add("start to first 200, empty (s)", seconds(server));
      }
      server.awaitAll();
      server.admin().get("/api/v1/hosts").ok();
      memory(figures, "empty", server);
      return figures;
    }
  }

  private static double seconds(Server server) {
    return server.awaitFirstAnswer().toMillis() / 1e3;
  }

  private static void memory(Figures figures, String when, Server server) {
    figures.add("resident, " + when + " (MB)", server.figures().residentMegabytes());
    figures.add("heap after collection, " + when + " (MB)", server.figures().heapMegabytes());
  }

  private void enrolled(Server server, Database database, Figures figures) {
    server.awaitFirstAnswer();
    server.awaitAll();
    AdminApi admin = server.admin();
    apple.turnMdmOn(admin);
    Fleet fleet = fleet(admin, new Meter(server.figures(), database), figures);
    server.kill();
    server.startAgain();
    figures.add("start to first 200, " + fleet.size() + " enrolled (s)", seconds(server));
    server.awaitAll();
    Meter meter = new Meter(server.figures(), database);
    try (Crowd crowd = new Crowd(server.plainPort(), options.connections())) {
      System.out.println("  settled: " + fleet.settle(crowd) + " commands answered");
      meter.awaitQuiet();
      memory(figures, "all enrolled and heard of", server);
      if (options.rounds() > 0) {
        new Rounds(options, fleet, meter, figures).run(crowd, admin, apple, commands);
      }
      rollouts(crowd, fleet, meter, figures, admin);
      memory(figures, "after the load", server);
      if (options.profile()) {
        new Rounds(options, fleet, meter, new Figures("profiled"))
            .profiled(crowd, admin, apple, commands, folder);
      }
    }
    new Refusals(fleet.macs()).check(server.plainPort());
  }

  private void rollouts(Crowd crowd, Fleet fleet, Meter meter, Figures figures, AdminApi admin) {
    for (int i = 0; i < options.rollouts(); i++) {
      Rollout rollout = new Rollout(fleet, meter, figures, admin);
      rollout.gather(crowd);
      rollout.run(crowd);
    }
  }

  private Fleet fleet(AdminApi admin, Meter meter, Figures figures) {
    FleetFile file = new FleetFile(folder.resolve("fleet.bin"));
    if (!file.exists()) {
      Sample sample =
          meter.measure(
              () -> {
                file.write(new Arrival(admin).enroll(options.macs()));
                return new Latencies();
              });
      figures.add(
          "whole enrollments with SCEP and first answers, over TLS (per CPU-s)",
          options.macs() / (sample.serverSeconds() + sample.databaseSeconds()));
    }
    List<BenchMac> macs = file.read().macs();
    if (macs.size() != options.macs()) {
      throw new IllegalStateException(
          "%s holds %d Macs: delete the folder for another number"
              .formatted(file.file().getParent(), macs.size()));
    }
    return new Fleet(macs);
  }

  private void count(Database database) {
    for (String uuid : commands) {
      try {
        long stored = database.acknowledged(uuid);
        if (stored != options.macs()) {
          throw new IllegalStateException(
              "Of %d acknowledged answers %d are stored.".formatted(options.macs(), stored));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    System.out.println(
        "  stored after a hard kill: all " + commands.size() + " x " + options.macs() + " answers");
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
