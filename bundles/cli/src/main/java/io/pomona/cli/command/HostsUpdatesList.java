package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** As the Mac answered last. */
@Command(
    name = "list",
    description = "List the updates that a Mac found, and how far the scheduled one is")
final class HostsUpdatesList implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("PRODUCT", "/product_key"),
          Column.of("VERSION", "/version"),
          Column.of("BUILD", "/build"),
          Column.of("NAME", "/name"),
          Column.of("MAJOR", "/major"),
          Column.of("RESTART", "/restart_required"),
          Column.of("BYTES", "/size"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Parameters(paramLabel = "HOST", description = "UDID, serial number or name")
  private String host;

  @Spec private CommandSpec spec;

  /**
   * A document has all that the server said; a table ends with the sentence of the scheduled one.
   */
  @Override
  public void run() {
    Server server = session.server();
    JsonNode known = server.get(HostsUpdates.path(server, host));
    PrintWriter out = spec.commandLine().getOut();
    if (!format.isTable()) {
      LISTING.print(out, format, known);
      return;
    }
    if (known.path("available_at").isNull()) {
      out.println("The Mac has listed no updates yet: pomonactl hosts updates scan asks it.");
    }
    LISTING.print(out, format, known.path("available"));
    JsonNode scheduled = known.path("scheduled");
    if (!scheduled.isNull()) {
      out.println(
          "Scheduled: "
              + scheduled.path("version").asText(scheduled.path("product_key").asText())
              + ", "
              + scheduled.path("state").asText()
              + ". "
              + scheduled.path("detail").asText());
    }
  }
}
