package io.pomona.abm.apple;

import java.util.Map;
import java.util.Optional;

/** One call over the network. */
interface Transport {
  /**
   * @throws AppleRefusal unavailable, when there is no answer
   */
  Answer send(String method, String path, Map<String, String> headers, Optional<byte[]> body);

  /** The address of a path, which is signed. */
  String address(String path);

  /**
   * @param headers names in lower case
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }
}
