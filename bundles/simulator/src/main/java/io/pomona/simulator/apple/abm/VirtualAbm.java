package io.pomona.simulator.apple.abm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.crypto.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
  private final Clock clock;
  private final AbmDesk desk;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(VirtualAbm::daemon);
  private final String rootPem;
  private final URI url;

  /** One that lives as long as this object, on any free port. */
  public VirtualAbm(VirtualApple apple, Clock clock) throws IOException {
    this(apple, 0, new AbmWorld(clock), clock);
  }

  private VirtualAbm(VirtualApple apple, int port, AbmWorld world, Clock clock) throws IOException {
    this.world = world;
    this.clock = clock;
    this.sessions = new AbmSessions(clock);
    this.desk = new AbmDesk(world, sessions, script, limits, clock);
    this.rootPem = apple.rootPem();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(ServerTls.of(apple.tls()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    this.url = URI.create("https://localhost:" + server.getAddress().getPort());
    if (world.organizations().isEmpty()) {
      world.organizations().add(new AbmOrganization("Orchard Works", "7000001"));
    }
  }

  /** One that goes on from this folder. */
  public static VirtualAbm open(Path folder, VirtualApple apple, int port, Clock clock)
      throws IOException {
    AbmFolder kept = new AbmFolder(folder);
    AbmWorld world = kept.load(clock);
    world.onChange(() -> kept.save(world));
    return new VirtualAbm(apple, port, world, clock);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "virtual-abm");
    thread.setDaemon(true);
    return thread;
  }

  /** What stands in the place of https://mdmenrollment.apple.com. */
  public URI url() {
    return url;
  }

  public int port() {
    return url.getPort();
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

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      URI asked = http.getRequestURI();
      Optional<AbmEndpoint> endpoint = AbmEndpoint.of(http.getRequestMethod(), asked.getPath());
      if (endpoint.isEmpty()) {
        boolean known = AbmEndpoint.known(asked.getPath());
        send(
            http,
            known
                ? AbmAnswer.refused(405, "METHOD_NOT_ALLOWED")
                : AbmAnswer.refused(404, "NOT_FOUND"));
        return;
      }
      serve(http, endpoint.get());
    }
  }

  private void serve(HttpExchange http, AbmEndpoint endpoint) throws IOException {
    long started = System.nanoTime();
    byte[] body = http.getRequestBody().readAllBytes();
    URI full = url.resolve(http.getRequestURI());
    AbmRequest request =
        new AbmRequest(endpoint, http.getRequestMethod(), full, headers(http), body);
    int status = 0;
    try {
      AbmAnswer answer = desk.answer(request);
      status = answer.status();
      note(request, started, status);
      send(http, answer);
    } catch (AbmFault.Cut e) {
      note(request, started, status);
    }
  }

  private void note(AbmRequest request, long started, int status) {
    calls.add(new AbmCall(request.endpoint(), clock.instant(), started, request.serials(), status));
  }

  private static Map<String, String> headers(HttpExchange http) {
    Map<String, String> headers = new HashMap<>();
    http.getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  private static void send(HttpExchange http, AbmAnswer answer) throws IOException {
    byte[] bytes = answer.bytes();
    answer.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
    http.getResponseHeaders().set("Content-Type", "application/json;charset=UTF8");
    http.sendResponseHeaders(answer.status(), bytes.length);
    http.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
