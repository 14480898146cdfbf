package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the public key for Apple Business Manager goes; the private one stays in the server. */
final class PublicKeyFile {
  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      defaultValue = "pomona-apple-mdm-bm-public-key.crt",
      description = "Where to write it (default: ${DEFAULT-VALUE})")
  private Path file;

  @Option(
      names = "--new",
      description = "Make another key; tokens for the one so far can still be loaded")
  private boolean another;

  /** Writes the key in use, which the server makes if there is none. */
  void write(Server server, PrintWriter out) {
    JsonNode answer =
        another
            ? server.post("/mdm/apple/dep/key_pair", Map.of())
            : server.get("/mdm/apple/abm_public_key");
    try {
      Files.write(file, answer.path("public_key").binaryValue());
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot write " + file + ".", e);
    }
    out.println("Wrote the public key to " + file + "; the private key stays in the server.");
  }
}
