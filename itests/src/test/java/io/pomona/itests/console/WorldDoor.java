package io.pomona.itests.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pomona.itests.story.VirtualWorld;
import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmPerson;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.VirtualMac;
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
 * <p>{@code GET /push} gives a push pair, {@code POST /macs?name=} enrolls a Mac with the profile
 * that is sent, {@code POST /macs/log-out?serial=} is what its user does, {@code POST /abm/token}
 * gives a server token for the public key that is sent, {@code POST /abm/buy?macs=} buys Macs for
 * it.
 */
final class WorldDoor implements AutoCloseable {
  private static final String ABM_SERVER = "Pomona";

  private final VirtualWorld world;
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, VirtualMac> macs = new ConcurrentHashMap<>();

  private WorldDoor(VirtualWorld world, HttpServer server) {
    this.world = world;
    this.server = server;
  }

  static WorldDoor open(VirtualWorld world) throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    WorldDoor door = new WorldDoor(world, HttpServer.create(anywhere, 0));
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
      case "/push" ->
          json.writeValueAsBytes(
              Map.of(
                  "certificate", world.push().certificatePem(),
                  "private_key", world.push().keyPem()));
      case "/macs" -> json.writeValueAsBytes(enroll(given, sent));
      case "/macs/log-out" -> logOut(given);
      case "/abm/token" -> token(new String(sent, StandardCharsets.US_ASCII));
      case "/abm/buy" -> json.writeValueAsBytes(buy(Integer.parseInt(given)));
      default -> throw new IllegalArgumentException("No such thing");
    };
  }

  private static String parameter(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null
        ? ""
        : URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  private Map<String, String> enroll(String name, byte[] profile) throws Exception {
    VirtualMac mac = VirtualMac.inMemory(named(world.newHardware(), name), world.macSetup());
    MacFleet fleet = world.awake(List.of(mac));
    List<String> failures = fleet.each(one -> one.enroll(profile), one -> {});
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
    return new byte[0];
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

  @Override
  public void close() {
    server.stop(0);
  }
}
