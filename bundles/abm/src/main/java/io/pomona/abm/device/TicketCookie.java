package io.pomona.abm.device;

import io.pomona.api.Secret;
import io.pomona.api.rest.HostCookie;
import io.pomona.protocol.digest.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** What the web view shows from step to step: for this host only, by TLS only, not for scripts. */
final class TicketCookie {
  static final String NAME = "__Host-pomona-enroll";

  private static final SecureRandom RANDOM = new SecureRandom();

  private TicketCookie() {}

  static Secret random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Lax: the view comes back from the provider, which is another site. */
  static String set(Secret ticket, Duration life) {
    return HostCookie.lax(NAME, ticket.revealText(), life);
  }

  static String sha256(Secret secret) {
    return Sha256.hex(secret.reveal());
  }
}
