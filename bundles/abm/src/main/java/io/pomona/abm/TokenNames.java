package io.pomona.abm;

import io.pomona.api.abm.AbmToken;
import java.util.List;
import java.util.Locale;

/**
 * What tokens are called in the status: by their server, with the number where two share a name.
 */
final class TokenNames {
  private final List<AbmToken> all;

  TokenNames(List<AbmToken> all) {
    this.all = all;
  }

  String of(AbmToken token) {
    String name = plain(token);
    boolean shared = all.stream().filter(other -> plain(other).equals(name)).count() > 1;
    return shared ? name + "-" + token.id().value() : name;
  }

  private static String plain(AbmToken token) {
    String plain =
        token
            .account()
            .serverName()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "server" : plain;
  }
}
