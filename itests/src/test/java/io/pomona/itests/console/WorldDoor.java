package io.pomona.itests.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pomona.itests.story.VirtualWorld;
import io.pomona.simulator.apple.PushIdentity;
import io.pomona.simulator.apple.abm.AbmEndpoint;
import io.pomona.simulator.apple.abm.AbmFaults;
import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.Supervision;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.oidc.VirtualPerson;
import io.pomona.simulator.oidc.VirtualProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the world outside of the server does when a spec says so: a person at a Mac, and at Apple's
 * portals. Of this machine only.
 *
 * <p>{@code GET /push} gives a push pair, {@code GET /push/renewed} the one of a renewal with its
 * serial number, {@code POST /macs?name=} enrolls a Mac with the profile that is sent, {@code POST
 * /macs/set-up?name=} one that waits in Setup Assistant then, of which {@code GET
 * /macs/waits?serial=} tells whether it still does. {@code POST /macs/log-out?serial=} is what its
 * user does. {@code POST /abm/token} gives a server token for the public key that is sent, {@code
 * POST /abm/buy?macs=} buys Macs for it; from {@code POST /abm/fail} until {@code POST /abm/work}
 * no profile can be assigned to them. {@code POST /people?email=} sits down before the browser, as
 * the provider of identities knows them.
 */
final class WorldDoor implements AutoCloseable {
  private static final String ABM_SERVER = "Pomona";
  private static final Supervision BY_APPLE = new Supervision(true, true, true, true);
  private static final byte[] NOTHING = new byte[0];

  private final VirtualWorld world;
  private final VirtualProvider provider;
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, VirtualMac> macs = new ConcurrentHashMap<>();

  private WorldDoor(VirtualWorld world, VirtualProvider provider, HttpServer server) {
    this.world = world;
    this.provider = provider;
    this.server = server;
  }

  static WorldDoor open(VirtualWorld world, VirtualProvider provider) throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    WorldDoor door = new WorldDoor(world, provider, HttpServer.create(anywhere, 0));
    door.server.createContext("/", door::answer);
    door.server.start();
    return door;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    byte[] body;
    try {
      body = act(exchange);
    } catch (Exception | AssertionError e) { // whatever it is, the spec shall say it
      status = 500;
      body = String.valueOf(e).getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] act(HttpExchange exchange) throws Exception {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    String given = parameter(exchange);
    return switch (exchange.getRequestURI().getPath()) {
      case "/push" -> pair(world.push());
      case "/push/renewed" -> pair(world.apple().pushIdentity(world.topic()));
      case "/macs" -> json.writeValueAsBytes(enroll(given, sent, Supervision.none()));
      case "/macs/set-up" -> json.writeValueAsBytes(enroll(given, sent, BY_APPLE));
      case "/macs/waits" -> json.writeValueAsBytes(macs.get(given).awaitingConfiguration());
      case "/macs/log-out" -> logOut(given);
      case "/abm/token" -> token(new String(sent, StandardCharsets.US_ASCII));
      case "/abm/buy" -> json.writeValueAsBytes(buy(Integer.parseInt(given)));
      case "/abm/fail" -> fail();
      case "/abm/work" -> work();
      case "/people" -> arrive(given);
      default -> throw new IllegalArgumentException("No such thing");
    };
  }

  private byte[] pair(PushIdentity push) throws IOException {
    return json.writeValueAsBytes(
        Map.of(
            "certificate", push.certificatePem(),
            "private_key", push.keyPem(),
            "serial_number", push.identity().certificate().getSerialNumber().toString()));
  }

  private static String parameter(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? ""
        : URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  private Map<String, String> enroll(String name, byte[] profile, Supervision supervision)
      throws Exception {
    VirtualMac mac = VirtualMac.inMemory(named(world.newHardware(), name), world.macSetup());
    MacFleet fleet = world.awake(List.of(mac));
    List<String> failures = fleet.each(one -> one.enroll(profile, supervision), one -> {});
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.get(0));
    }
    fleet.wakeAll();
    String serial = mac.hardware().serial();
    macs.put(serial, mac);
    return Map.of("serial", serial, "udid", mac.hardware().udid());
  }

  private static MacHardware named(MacHardware mac, String name) {
    return new MacHardware(
        mac.udid(),
        mac.serial(),
        name,
        mac.modelName(),
        mac.model(),
        mac.osVersion(),
        mac.build(),
        mac.macAddress(),
        mac.userId(),
        mac.userShortName(),
        mac.userLongName());
  }

  private byte[] logOut(String serial) {
    VirtualMac mac = macs.get(serial);
    mac.logOut();
    mac.poll();
    return NOTHING;
  }

  private byte[] token(String publicKey) {
    AbmPerson person = world.abm().person();
    AbmServer owner =
        person.server(ABM_SERVER).orElseGet(() -> person.addServer(ABM_SERVER, publicKey));
    person.uploadKey(owner, publicKey);
    return person.downloadToken(owner);
  }

  private List<String> buy(int count) {
    AbmPerson person = world.abm().person();
    AbmServer owner = person.server(ABM_SERVER).orElseThrow();
    List<MacHardware> bought = Stream.generate(world::newHardware).limit(count).toList();
    person.buy(owner, bought.stream().map(AbmGoods::of).toList());
    return bought.stream().map(MacHardware::serial).toList();
  }

  private byte[] fail() {
    world.abm().script().always(AbmEndpoint.ASSIGN_PROFILE, AbmFaults.serials("FAILED"));
    return NOTHING;
  }

  private byte[] work() {
    world.abm().script().clear();
    return NOTHING;
  }

  private byte[] arrive(String email) {
    provider.arrives(new VirtualPerson("subject of " + email, email, email));
    return NOTHING;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
