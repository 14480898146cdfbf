package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The public key for Apple Business Manager; the private one stays in the server. */
@Command(
    name = "mdm-apple-bm",
    description = "Make a key for Apple Business Manager and write the public part to a file")
final class GenerateMdmAppleBm implements Runnable {
  @Mixin private Session session;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      defaultValue = "pomona-apple-mdm-bm-public-key.crt",
      description = "Where to write it (default: ${DEFAULT-VALUE})")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    write(session.server().post("/mdm/apple/dep/key_pair", Map.of()).path("public_key"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Success!");
    out.println();
    out.println("Wrote the public key to " + file + "; the private key stays in the server.");
    out.println();
    out.println(
        "Go to business.apple.com, add an MDM server with this key and download its token.");
    out.println("Load it with pomonactl mdm abm-token --token=FILE.");
  }

  private void write(JsonNode base64) {
    try {
      Files.write(file, base64.binaryValue());
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot write " + file + ".", e);
    }
  }
}
