package io.pomona.simulator.demo;

import io.pomona.simulator.admin.AdminApi;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.main.Simulation;
import io.pomona.simulator.main.SimulationSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Pomona in Karaf with a virtual Apple and a fleet of virtual Macs, in the foreground. */
public final class Demo {

  private static final Duration START_TIME = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final int STEPS_PER_LINE = 5;
  private static final int THREADS = 4;
  private static final Duration POLL_EVERY = Duration.ofMinutes(2);

  private final DemoSettings settings;
  private final PrintStream out;

  Demo(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2) {
      System.err.println("Usage: Demo <karaf home> <state folder>");
      System.exit(2);
    }
    try {
      DemoSettings settings = DemoSettings.of(Path.of(arguments[0]), Path.of(arguments[1]));
      new Demo(settings, System.out).run();
    } catch (DemoException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  void run() throws IOException, InterruptedException {
    requireFree(settings.server().getPort());
    DemoFleet fleet = settings.fleet();
    SimulationSettings wanted =
        SimulationSettings.of(settings.state(), fleet.byHand(), THREADS, POLL_EVERY)
            .automatic(fleet.automatic());
    try (Simulation simulation = new Simulation(wanted, KeySource.fresh(), fleet);
        KarafProcess karaf = KarafProcess.start(settings, environment(simulation))) {
      Runtime.getRuntime().addShutdownHook(new Thread(karaf::close, "demo-stop"));
      AdminApi api = await(karaf, simulation);
      new DemoStory(settings, simulation, api, Pause.real(), out).tell();
      while (karaf.stillRunsAfter(Duration.ofMinutes(1))) {
        // Ctrl-C ends this
      }
      if (!karaf.closed()) {
        throw new DemoException("Karaf has ended; its log is " + settings.karafLog());
      }
    }
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new DemoException(
          "Port " + port + " is taken by another program; stop it (another demo?) and try again.");
    }
  }

  /** Where the virtual Apple is; and Macs are asked for their keys while somebody looks on. */
  private static Map<String, String> environment(Simulation simulation) {
    return Map.of(
        "POMONA_ESCROW_ASK_MINUTES", "1",
        "POMONA_ABM_URL", simulation.abm().url().toString(),
        "POMONA_ABM_TRUST", simulation.apnsRoot().toAbsolutePath().toString(),
        "POMONA_ABM_DEVICE_CA", simulation.deviceCa().toAbsolutePath().toString(),
        "POMONA_APNS_HOST", "localhost",
        "POMONA_APNS_PORT", Integer.toString(simulation.apns().port()),
        "POMONA_APNS_TRUST", simulation.apnsRoot().toAbsolutePath().toString());
  }

  private AdminApi await(KarafProcess karaf, Simulation simulation)
      throws IOException, InterruptedException {
    out.println("starting Karaf, its output goes to " + settings.karafLog());
    for (int step = 1; step <= START_TIME.toSeconds(); step++) {
      if (!karaf.stillRunsAfter(STEP)) {
        throw new DemoException("Karaf did not start. Its last words:\n" + karaf.lastWords());
      }
      Optional<AdminApi> api = answering(simulation);
      if (api.isPresent()) {
        out.println("Pomona answers after " + step + " s");
        return api.get();
      } else if (step % STEPS_PER_LINE == 0) {
        out.println("waiting for Pomona, " + step + " s");
      }
    }
    throw new DemoException("Pomona did not answer. Karaf's last words:\n" + karaf.lastWords());
  }

  /** The root appears with the first start; before that there is nothing to trust. */
  private Optional<AdminApi> answering(Simulation simulation) throws IOException {
    if (!Files.exists(settings.serverRoot())) {
      return Optional.empty();
    }
    String pem = Files.readString(settings.serverRoot());
    AdminApi api =
        new AdminApi(settings.server(), simulation.wires().trusting(Certificates.parsePem(pem)));
    return Optional.of(api).filter(AdminApi::answers);
  }
}
