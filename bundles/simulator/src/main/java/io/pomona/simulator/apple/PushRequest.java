package io.pomona.simulator.apple;

import java.util.Map;

/** An HTTP/2 request to the virtual APNs. */
record PushRequest(String method, String path, Map<String, String> headers, byte[] body) {

  private static final String PREFIX = "/3/device/";

  /** Empty when the path is not that of a device. */
  String token() {
    return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
