package io.pomona.itests.story;

import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests to the device endpoints, put together by hand. */
final class MacRequests {
  static final String CHECK_IN = "application/x-apple-aspen-mdm-checkin";
  static final String CONNECT = "application/x-apple-aspen-mdm; charset=UTF-8";

  private final URI server;
  private final Wire wire;

  MacRequests(Stage stage) {
    this(stage.world(), stage.pomona());
  }

  MacRequests(VirtualWorld world, Pomona pomona) {
    this.server = pomona.url();
    this.wire = world.wires().trusting(pomona.roots());
  }

  Reply connect(byte[] body, String signature) {
    return send("PUT", "/mdm/apple/mdm", headers(CONNECT, signature), body);
  }

  Reply checkIn(byte[] body, String signature) {
    return send("PUT", "/mdm/apple/mdm", headers(CHECK_IN, signature), body);
  }

  /** No signature header where the signature is empty. */
  static Map<String, String> headers(String contentType, String signature) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    if (!signature.isEmpty()) {
      headers.put(MessageSignature.HEADER, signature);
    }
    return headers;
  }

  Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    try {
      return wire.send(new Call(method, URI.create(server + path), headers, body));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    }
  }
}
