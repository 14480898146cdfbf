package io.pomona.simulator.mac.setup;

import java.net.URI;
import java.util.Optional;

/** A request of the web view; a form where there is one to post. */
record WebStep(URI uri, Optional<String> form) {

  static WebStep get(URI uri) {
    return new WebStep(uri, Optional.empty());
  }

  static WebStep post(URI uri, String form) {
    return new WebStep(uri, Optional.of(form));
  }
}
