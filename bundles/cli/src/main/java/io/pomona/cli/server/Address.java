package io.pomona.cli.server;

import io.pomona.cli.Failure;
import java.net.URI;
import java.util.Set;

/** The address of a server: https, or http to this machine. */
final class Address {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private Address() {}

  static URI parse(String text) {
    if (text.isBlank()) {
      throw new Failure(
          Failure.Kind.LOGIN,
          "No server is known yet: run pomonactl login --address https://SERVER --email YOU");
    }
    URI address = uri(text);
    boolean secure = "https".equals(address.getScheme());
    boolean local = "http".equals(address.getScheme()) && LOCAL.contains(address.getHost());
    if (address.getHost() == null || !secure && !local) {
      throw wrong(text);
    }
    return address;
  }

  private static URI uri(String text) {
    try {
      return URI.create(text.strip().replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
  }

  private static Failure wrong(String text) {
    return new Failure(
        Failure.Kind.REFUSED, "\"" + text + "\" is no address like https://mdm.example.com");
  }
}
