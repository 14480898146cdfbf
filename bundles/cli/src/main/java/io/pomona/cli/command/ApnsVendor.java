package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Signs requests. */
@Command(
    name = "vendor",
    description = {
      "Show the MDM vendor certificate that signs requests;",
      "with CERTIFICATE and Apple's above it in the file, load it"
    })
final class ApnsVendor implements Runnable {
  @Mixin private Session session;
  @Mixin private BroughtPair pair;

  @Option(names = "--delete", description = "Delete it and its key; requests are signed no more")
  private boolean delete;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    if (delete && pair.isThere()) {
      throw new ParameterException(
          spec.commandLine(), "Name a certificate to load it, or --delete, not both.");
    }
    Server server = session.server();
    if (delete) {
      server.delete("/apns/vendor");
      spec.commandLine().getOut().println("Deleted.");
    } else if (pair.isThere()) {
      JsonNode loaded = server.method("PUT", "/apns/vendor", pair.body());
      spec.commandLine()
          .getOut()
          .println(loaded.path("common_name").asText() + " signs requests from now on.");
    } else {
      show(server.get("/apns/vendor"));
    }
  }

  private void show(JsonNode vendor) {
    RenewalLines lines = new RenewalLines(spec, 18);
    lines.line("Common name (CN)", vendor.path("common_name").asText());
    lines.line("Serial number", vendor.path("serial_number").asText());
    lines.line("Issuer", vendor.path("issuer").asText());
    lines.line("Renew date", RenewalLines.date(vendor.path("renew_date")));
    lines.line("Loaded by", vendor.path("loaded_by").asText());
  }
}
