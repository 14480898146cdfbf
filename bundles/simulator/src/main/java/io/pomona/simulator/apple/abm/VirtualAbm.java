package io.pomona.simulator.apple.abm;

import io.pomona.simulator.apple.VirtualApple;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Apple Business Manager on this machine: the device-enrollment API over HTTPS, the person who
 * looks after an organization, and what Apple tells a Mac that asks for its profile.
 */
public final class VirtualAbm implements AutoCloseable {

  private final AbmWorld world;
  private final AbmSessions sessions;
  private final AbmScript script = new AbmScript();
  private final AbmLimits limits = new AbmLimits();
  private final AbmCalls calls = new AbmCalls();
  private final AbmListener listener;
  private final String rootPem;

  /** One that lives as long as this object, on any free port. */
  public VirtualAbm(VirtualApple apple, Clock clock) throws IOException {
    this(apple, 0, new AbmWorld(clock), clock);
  }

  private VirtualAbm(VirtualApple apple, int port, AbmWorld world, Clock clock) throws IOException {
    this.world = world;
    if (world.organizations().isEmpty()) {
      world.organizations().add(new AbmOrganization("Orchard Works", "7000001"));
    }
    this.sessions = new AbmSessions(clock);
    this.rootPem = apple.rootPem();
    AbmDesk desk = new AbmDesk(world, sessions, script, limits, clock);
    this.listener = new AbmListener(desk, calls, apple.tls(), port, clock);
  }

  /** One that goes on from this folder. */
  public static VirtualAbm open(Path folder, VirtualApple apple, int port, Clock clock)
      throws IOException {
    AbmFolder kept = new AbmFolder(folder);
    AbmWorld world = kept.load(clock);
    world.onChange(() -> kept.save(world));
    return new VirtualAbm(apple, port, world, clock);
  }

  /** What stands in the place of https://mdmenrollment.apple.com. */
  public URI url() {
    return listener.url();
  }

  public int port() {
    return url().getPort();
  }

  /** What a server must trust to reach it. */
  public String rootPem() {
    return rootPem;
  }

  /** Who looks after the first organization. */
  public AbmPerson person() {
    synchronized (world) {
      return new AbmPerson(world, world.organizations().get(0), sessions);
    }
  }

  /** Who looks after another organization, new or there before. */
  public AbmPerson person(String organization) {
    synchronized (world) {
      AbmOrganization found =
          world.organizations().stream()
              .filter(it -> it.name().equals(organization))
              .findFirst()
              .orElseGet(() -> founded(organization));
      return new AbmPerson(world, found, sessions);
    }
  }

  private AbmOrganization founded(String name) {
    String id = Integer.toString(7_000_001 + world.organizations().size());
    AbmOrganization next = new AbmOrganization(name, id);
    world.organizations().add(next);
    world.changed();
    return next;
  }

  /** What Apple tells a Mac in Setup Assistant; counts as pushed from then on. */
  public Optional<AbmProfile> profileFor(String serial) {
    synchronized (world) {
      Optional<AbmDevice> device = world.device(serial);
      Optional<AbmProfile> profile =
          device.flatMap(it -> it.profile().map(uuid -> organization(it).profiles().get(uuid)));
      profile.ifPresent(
          it -> {
            device.orElseThrow().pushed(world.now());
            world.modified(device.orElseThrow());
            world.changed();
          });
      return profile;
    }
  }

  private static AbmOrganization organization(AbmDevice device) {
    return device.server().orElseThrow().organization();
  }

  /** What goes wrong. */
  public AbmScript script() {
    return script;
  }

  public AbmCalls calls() {
    return calls;
  }

  /** What /account says of this call, and what it is held to. */
  public void limit(AbmEndpoint endpoint, int usual, int maximum) {
    limits.set(endpoint, usual, maximum);
  }

  /** Pages hold no more devices than this, whatever was asked for. */
  public void shortPages(int devices) {
    limits.shortPages(devices);
  }

  public void rotateSessions(SessionRotation rotation) {
    sessions.rotate(rotation);
  }

  public void sessionsLast(Duration life) {
    sessions.last(life);
  }

  /** As after a restart of Apple's: who comes with a session gets 403 FORBIDDEN. */
  public void forgetSessions() {
    sessions.forget();
  }

  @Override
  public void close() {
    listener.close();
  }
}
