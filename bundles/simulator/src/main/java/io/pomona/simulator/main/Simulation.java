package io.pomona.simulator.main;

import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApns;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.HttpWires;
import io.pomona.simulator.wire.OwnedFile;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A virtual Apple and a fleet that its pushes wake, both found again in one folder. */
public final class Simulation implements AutoCloseable {

  private final SimulationSettings settings;
  private final KeySource keys;
  private final VirtualApple apple;
  private final VirtualApns apns;
  private final ExecutorService callbacks = Executors.newCachedThreadPool();
  private final ScheduledExecutorService threads;
  private final Wires wires = new HttpWires(callbacks);
  private final MacFleet fleet;

  public Simulation(SimulationSettings settings) throws IOException {
    this(settings, KeySource.fresh());
  }

  public Simulation(SimulationSettings settings, KeySource keys) throws IOException {
    this.settings = settings;
    this.keys = keys;
    this.apple = VirtualApple.open(settings.state().resolve("apple"), keys, Clock.systemUTC());
    this.apns = startApns();
    this.threads = Executors.newScheduledThreadPool(settings.threads());
    this.fleet = new MacFleet(macs(), threads);
    apns.onPush(fleet::wake);
    OwnedFile.replace(apnsRoot(), apple.rootPem().getBytes(StandardCharsets.US_ASCII));
  }

  /** On the port of the last time, so that a server which still runs finds it again. */
  private VirtualApns startApns() throws IOException {
    Path file = settings.state().resolve("apple").resolve("apns.port");
    int port = settings.apnsPort();
    if (port == 0 && Files.exists(file)) {
      port = Integer.parseInt(Files.readString(file).strip());
    }
    VirtualApns started = bind(port);
    OwnedFile.replace(file, Integer.toString(started.port()).getBytes(StandardCharsets.US_ASCII));
    return started;
  }

  private VirtualApns bind(int port) throws BindException {
    try {
      return new VirtualApns(apple, port);
    } catch (BindException e) {
      if (settings.apnsPort() != 0) {
        throw e;
      }
      return new VirtualApns(apple, 0);
    }
  }

  private List<VirtualMac> macs() {
    MacSetup setup = MacSetup.real(wires).with(keys);
    return IntStream.rangeClosed(1, settings.macs())
        .mapToObj(
            i -> {
              Path folder = settings.state().resolve("macs").resolve(String.format("mac-%05d", i));
              return VirtualMac.open(folder, MacHardware.seeded(i), setup);
            })
        .toList();
  }

  public VirtualApns apns() {
    return apns;
  }

  public Wires wires() {
    return wires;
  }

  public MacFleet fleet() {
    return fleet;
  }

  /** PEM file with what a server must trust to push to {@link #apns()}. */
  public Path apnsRoot() {
    return settings.state().resolve("apple").resolve("root.pem");
  }

  /** The push pair of this simulation: always the same topic. */
  public PushIdentity pushIdentity() throws IOException {
    return apple.keptPushIdentity(settings.state().resolve("apple"));
  }

  public long enrolled() {
    return fleet.macs().stream().filter(VirtualMac::enrolled).count();
  }

  /**
   * Enrolls the Macs that are not; the listener hears how many are enrolled after each. Gives the
   * reasons of those that could not.
   */
  public List<String> enroll(ProfileSource profiles, Consumer<Long> progress)
      throws InterruptedException {
    AtomicLong enrolled = new AtomicLong(enrolled());
    return fleet.each(
        mac -> {
          if (!mac.enrolled()) {
            mac.enroll(profiles.next());
            synchronized (enrolled) {
              progress.accept(enrolled.incrementAndGet());
            }
          }
        },
        mac -> {});
  }

  /** From now on the Macs poll by themselves besides being woken. */
  public void live() {
    fleet.wakeAll();
    fleet.pollEvery(settings.pollEvery());
  }

  @Override
  public void close() {
    fleet.close();
    apns.close();
    threads.shutdownNow();
    callbacks.shutdownNow();
  }
}
