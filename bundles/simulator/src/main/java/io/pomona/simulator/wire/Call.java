package io.pomona.simulator.wire;

import java.net.URI;
import java.util.Map;

/** One HTTP request as the Mac makes it. */
public record Call(String method, URI uri, Map<String, String> headers, byte[] body) {

  public static Call get(URI uri) {
    return new Call("GET", uri, Map.of(), new byte[0]);
  }
}
