package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A server token by its number. */
final class TokenOption {
  @Option(
      names = "--token",
      paramLabel = "ID",
      description = "The number of the server token; without it the only one")
  private Optional<Long> number = Optional.empty();

  /** Who says nothing means the only one. */
  String path(Server server) {
    return "/abm_tokens/" + number.orElseGet(() -> only(server));
  }

  private static long only(Server server) {
    JsonNode tokens = server.get("/abm_tokens").path("abm_tokens");
    if (tokens.isEmpty()) {
      throw new Failure(
          Failure.Kind.REFUSED,
          "No server token is loaded; begin with pomonactl generate mdm-apple-bm.");
    }
    if (tokens.size() > 1) {
      throw new Failure(
          Failure.Kind.REFUSED,
          "There are several server tokens; name one with --token. pomonactl get mdm-apple-bm"
              + " lists them.");
    }
    return tokens.path(0).path("id").asLong();
  }
}
