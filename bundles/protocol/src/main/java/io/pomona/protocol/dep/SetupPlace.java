package io.pomona.protocol.dep;

import java.util.List;
import java.util.Optional;

/**
 * Where Macs enroll.
 *
 * @param url where a Mac sends what it is, and gets its enrollment profile
 * @param webUrl the page that a person is shown first; empty for none
 * @param anchors certificates, DER in Base64, that Macs trust for these addresses besides those of
 *     macOS
 */
public record SetupPlace(String url, Optional<String> webUrl, List<String> anchors) {
  public SetupPlace {
    anchors = List.copyOf(anchors);
  }
}
