package io.pomona.simulator.main;

import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.VirtualApns;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.KeySource;
import io.pomona.simulator.mac.BehaviourScript;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.HttpWires;
import io.pomona.simulator.wire.OwnedFile;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A virtual Apple and a fleet that it wakes and sends its way, all found again in one folder. */
public final class Simulation implements AutoCloseable {

  private final SimulationSettings settings;
  private final KeySource keys;
  private final VirtualApple apple;
  private final VirtualApns apns;
  private final VirtualAbm abm;
  private final ExecutorService callbacks = Executors.newCachedThreadPool();
  private final ScheduledExecutorService threads;
  private final Wires wires = new HttpWires(callbacks);
  private final List<VirtualMac> byHand;
  private final List<VirtualMac> automatic;
  private final MacFleet fleet;
  private final AutomaticMacs automaticMacs;
  private final MacUsers users;

  public Simulation(SimulationSettings settings) throws IOException {
    this(settings, KeySource.fresh());
  }

  public Simulation(SimulationSettings settings, KeySource keys) throws IOException {
    this(settings, keys, new MixedFleet());
  }

  public Simulation(SimulationSettings settings, KeySource keys, Population population)
      throws IOException {
    this.settings = settings;
    this.keys = keys;
    this.apple = VirtualApple.open(settings.apple(), keys, Clock.systemUTC());
    this.apns =
        port("apns", settings.apnsPort())
            .bind(port -> new VirtualApns(apple, port), VirtualApns::port);
    this.abm = port("abm", settings.abmPort()).bind(this::openAbm, VirtualAbm::port);
    this.threads = Executors.newScheduledThreadPool(settings.threads());
    this.byHand = macs(settings.macs(), "mac", population::byHand, population::manners);
    this.automatic =
        macs(
            settings.automatic(),
            "automatic",
            population::automatic,
            i -> BehaviourScript.obedient());
    this.fleet = new MacFleet(Stream.concat(byHand.stream(), automatic.stream()).toList(), threads);
    this.automaticMacs = new AutomaticMacs(automatic, abm, apple.devices(), wires, fleet);
    this.users = new MacUsers(fleet.macs());
    apns.onPush(fleet::wake);
    OwnedFile.replace(apnsRoot(), apple.rootPem().getBytes(StandardCharsets.US_ASCII));
    OwnedFile.replace(deviceCa(), apple.devices().pem().getBytes(StandardCharsets.US_ASCII));
  }

  private KeptPort port(String service, int configured) {
    return new KeptPort(settings.apple().resolve(service + ".port"), configured);
  }

  private VirtualAbm openAbm(int port) throws IOException {
    return VirtualAbm.open(settings.apple(), apple, port, Clock.systemUTC());
  }

  private List<VirtualMac> macs(
      int count,
      String name,
      LongFunction<MacHardware> hardware,
      LongFunction<BehaviourScript> manners) {
    MacSetup setup = MacSetup.real(wires).with(keys);
    Path all = settings.state().resolve("macs");
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              Path folder = all.resolve(String.format("%s-%05d", name, i));
              return VirtualMac.open(folder, hardware.apply(i), setup.with(manners.apply(i)));
            })
        .toList();
  }

  public VirtualApns apns() {
    return apns;
  }

  public VirtualAbm abm() {
    return abm;
  }

  /** The person at ABM. */
  public AbmDoor abmDoor() {
    return new AbmDoor(abm, settings.state());
  }

  /** Macs that wait for ABM, or did. */
  public List<VirtualMac> automatic() {
    return automatic;
  }

  public List<MacHardware> automaticHardware() {
    return automatic.stream().map(VirtualMac::hardware).toList();
  }

  public Wires wires() {
    return wires;
  }

  public MacFleet fleet() {
    return fleet;
  }

  /** PEM file with what a server must trust to reach {@link #apns()} and {@link #abm()}. */
  public Path apnsRoot() {
    return settings.apple().resolve("root.pem");
  }

  /** PEM file with who vouches for Macs that enroll automatically. */
  public Path deviceCa() {
    return settings.apple().resolve("devices.pem");
  }

  /** The push pair of this simulation: always the same topic. */
  public PushIdentity pushIdentity() throws IOException {
    return apple.keptPushIdentity(settings.apple());
  }

  /** Those that enroll by hand, the first being number 1. */
  public List<VirtualMac> byHand() {
    return byHand;
  }

  /** Of those that enroll by hand. */
  public long enrolled() {
    return byHand.stream().filter(VirtualMac::enrolled).count();
  }

  /**
   * Enrolls by hand the Macs that are not; the listener hears how many are enrolled after each.
   * Gives the reasons of those that could not.
   */
  public List<String> enroll(ProfileSource profiles, Consumer<Long> progress)
      throws InterruptedException {
    return enroll(byHand, profiles, progress);
  }

  /** The same of some of them. */
  public List<String> enroll(
      List<VirtualMac> which, ProfileSource profiles, Consumer<Long> progress)
      throws InterruptedException {
    AtomicLong enrolled = new AtomicLong(enrolled());
    return fleet.each(
        mac -> {
          if (!mac.enrolled() && which.contains(mac)) {
            mac.enroll(profiles.next());
            synchronized (enrolled) {
              progress.accept(enrolled.incrementAndGet());
            }
          }
        },
        mac -> {});
  }

  /**
   * From now on the Macs poll by themselves besides being woken, enroll when ABM says so, and have
   * users who log out when a profile asks them to.
   */
  public void live() {
    live(serial -> {});
  }

  /** The same; the listener hears the serial number of each Mac that enrolled automatically. */
  public void live(Consumer<String> enrolledAutomatically) {
    fleet.wakeAll();
    fleet.pollEvery(settings.pollEvery());
    automaticMacs.watch(enrolledAutomatically);
    users.live();
  }

  @Override
  public void close() {
    users.close();
    automaticMacs.close();
    fleet.close();
    apns.close();
    abm.close();
    threads.shutdownNow();
    callbacks.shutdownNow();
  }
}
