package io.pomona.simulator.main;

import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.wire.OwnedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs virtual Macs and a virtual APNs against any MDM server, until stopped. */
public final class SimulatorMain {

  private static final List<String> KNOWN =
      List.of(
          "server",
          "token-file",
          "ca-file",
          "profile",
          "macs",
          "automatic",
          "abm-key",
          "abm-port",
          "state",
          "apns-port",
          "threads",
          "poll-seconds");

  private static final String USAGE =
      """
      Virtual Macs, a virtual push service and a virtual Apple Business Manager.

        --profile FILE|URL     the enrollment profile; a URL is fetched once for each Mac
        --server URL           or: a Pomona that gives each Mac a profile of its own,
        --token-file FILE      with an API token for it
        --ca-file FILE         PEM roots to trust for that URL or server
        --macs N               how many Macs that enroll by hand (1)
        --automatic N          how many more that enroll when the virtual ABM says so (0)
        --abm-key FILE         the server's public ABM key; its token is written to the state
        --abm-port PORT        port of the virtual ABM (that of the last time, or any)
        --state FOLDER         where Macs and keys are kept (simulator-state)
        --apns-port PORT       port of the virtual APNs (that of the last time, or any)
        --threads N            how many Macs talk at once (4)
        --poll-seconds N       how often a Mac polls without a push (300)
      """;

  private SimulatorMain() {}

  public static void main(String[] arguments) throws Exception {
    if (List.of(arguments).contains("--help")) {
      System.out.print(USAGE);
      return;
    }
    try {
      run(new Options(KNOWN, arguments), System.out);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
  }

  private static void run(Options options, PrintStream out)
      throws IOException, InterruptedException {
    Path state = Path.of(options.text("state").orElse("simulator-state"));
    SimulationSettings settings =
        new SimulationSettings(
            state,
            options.number("macs", 1),
            options.number("automatic", 0),
            options.number("apns-port", 0),
            options.number("abm-port", 0),
            options.number("threads", 4),
            Duration.ofSeconds(options.number("poll-seconds", 300)));
    try (Simulation simulation = new Simulation(settings)) {
      announce(simulation, state, out);
      announceAbm(simulation, options.text("abm-key"), out);
      ProfileSource profiles =
          Enrollments.of(
              options.text("server"),
              options.text("token-file"),
              options.text("ca-file"),
              options.text("profile"),
              simulation.wires());
      simulation
          .enroll(profiles, n -> out.println("enrolled " + n + "/" + settings.macs()))
          .forEach(reason -> out.println("not enrolled: " + reason));
      simulation.live(serial -> out.println("enrolled automatically: " + serial));
      out.println(simulation.enrolled() + " Macs wait for commands; Ctrl-C stops them.");
      new CountDownLatch(1).await();
    }
  }

  private static void announceAbm(Simulation simulation, Optional<String> key, PrintStream out)
      throws IOException {
    out.println("Virtual ABM at " + simulation.abm().url());
    out.println("  its root:         " + simulation.apnsRoot());
    out.println("  device CA:        " + simulation.deviceCa());
    if (key.isPresent()) {
      Path token = simulation.abmDoor().token(Files.readString(Path.of(key.get())));
      out.println("  server token:     " + token);
      simulation.abmDoor().deliver(simulation.automaticHardware());
    }
  }

  private static void announce(Simulation simulation, Path state, PrintStream out)
      throws IOException {
    PushIdentity push = simulation.pushIdentity();
    Path certificate = state.resolve("push.pem");
    Path key = state.resolve("push.key");
    OwnedFile.replace(certificate, push.certificatePem().getBytes(StandardCharsets.US_ASCII));
    OwnedFile.replace(key, push.keyPem().getBytes(StandardCharsets.US_ASCII));
    out.println("Virtual APNs on localhost:" + simulation.apns().port());
    out.println("  its root:         " + simulation.apnsRoot());
    out.println("  push certificate: " + certificate);
    out.println("  its key:          " + key);
  }
}
