package io.pomona.itests.bench;

import io.pomona.itests.karaf.AdminApi;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Polls and commands in turn, again and again, so that a busy minute does not hurt one only. */
final class Rounds {
  /**
   * So often before anything counts, for the JVM compiles what it sees often, and again when it
   * sees something else.
   */
  private static final int WARM_UP = 6;

  private static final int WARM_UP_POLLS = 4;

  private final Options options;
  private final Fleet fleet;
  private final Meter meter;
  private final Figures figures;
  private final AtomicInteger next = new AtomicInteger();

  Rounds(Options options, Fleet fleet, Meter meter, Figures figures) {
    this.options = options;
    this.fleet = fleet;
    this.meter = meter;
    this.figures = figures;
  }

  void run(Crowd crowd, AdminApi admin, AppleSide apple, List<String> commands) {
    warmUp(crowd, admin, apple, commands);
    for (int round = 0; round < options.rounds(); round++) {
      double rate = polls(crowd);
      atHalf(crowd, rate);
      commands(crowd, admin, apple, commands);
    }
  }

  /**
   * The same under the flight recorder; these figures are not kept. Its first start makes the JVM
   * forget what it has compiled, so all is warmed up once more before anything is recorded.
   */
  void profiled(Crowd crowd, AdminApi admin, AppleSide apple, List<String> commands, Path folder) {
    meter.server().diagnose("JFR.start", "name=first", "settings=profile");
    warmUp(crowd, admin, apple, commands);
    record("polls", folder, () -> polls(crowd));
    record("commands", folder, () -> commands(crowd, admin, apple, commands));
  }

  private void warmUp(Crowd crowd, AdminApi admin, AppleSide apple, List<String> commands) {
    System.out.println("  warming up");
    Rounds apart = new Rounds(options, fleet, meter, new Figures("warm-up"));
    for (int i = 0; i < WARM_UP; i++) {
      crowd.each(WARM_UP_POLLS * fleet.size(), fleet::poll);
      apart.commands(crowd, admin, apple, commands);
    }
  }

  private void record(String name, Path folder, Runnable work) {
    ProcessFigures server = meter.server();
    server.diagnose("JFR.start", "name=" + name, "settings=profile");
    work.run();
    Path file = folder.resolve(name + ".jfr");
    server.diagnose("JFR.stop", "name=" + name, "filename=" + file);
    System.out.println("  recorded " + file);
  }

  private double polls(Crowd crowd) {
    meter.awaitQuiet();
    Sample sample = meter.measure(() -> crowd.during(options.seconds(), next, fleet::poll));
    System.out.println(sample.line("polls"));
    figures.add("signed Idle polls per CPU-s", sample.perCpuSecond());
    figures.add("signed Idle polls per second", sample.perSecond());
    figures.add("of a poll's CPU the database's (%)", share(sample));
    latencies("poll, closed loop", sample);
    return sample.perSecond();
  }

  private static double share(Sample sample) {
    return 100 * sample.databaseSeconds() / (sample.serverSeconds() + sample.databaseSeconds());
  }

  private void latencies(String what, Sample sample) {
    figures.add(what + ", p50 (ms)", sample.latencies().millis(0.5));
    figures.add(what + ", p99 (ms)", sample.latencies().millis(0.99));
  }

  private void atHalf(Crowd crowd, double rate) {
    Sample sample =
        meter.measure(() -> crowd.atRate(rate / 2, options.seconds(), next, fleet::poll));
    System.out.println(sample.line("polls at half rate"));
    latencies("poll, open loop at half rate", sample);
  }

  private void commands(Crowd crowd, AdminApi admin, AppleSide apple, List<String> commands) {
    meter.awaitQuiet();
    CommandRound round = new CommandRound(fleet, meter);
    commands.add(round.uuid());
    int before = apple.pushes();
    Sample queued = round.enqueue(admin);
    System.out.println(queued.line("enqueued"));
    figures.add("enqueue to all by one order (s)", queued.wallSeconds());
    figures.add("enqueue to all by one order (CPU-s)", cpu(queued));
    Sample pushed = round.push(apple, before);
    System.out.println(pushed.line("pushed"));
    figures.add("push to all (CPU-s)", cpu(pushed));
    Sample cycle = round.cycle(crowd);
    System.out.println(cycle.line("acknowledged"));
    figures.add("acknowledged commands per CPU-s", cycle.perCpuSecond());
    figures.add("acknowledged commands per second", cycle.perSecond());
    figures.add("requests of the command cycle per CPU-s", 2 * cycle.perCpuSecond());
    figures.add("of a cycle's CPU the database's (%)", share(cycle));
    latencies("command cycle of two requests, closed loop", cycle);
    figures.add(
        "acknowledged commands per CPU-s, enqueuing and pushing included",
        cycle.operations() / (cpu(queued) + cpu(pushed) + cpu(cycle)));
  }

  private static double cpu(Sample sample) {
    return sample.serverSeconds() + sample.databaseSeconds();
  }
}
