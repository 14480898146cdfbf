package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** MDM commands, newest first. */
@Command(name = "mdm-commands", description = "List the newest MDM commands")
final class GetCommands implements Runnable {
  static final Column ID = Column.of("ID", "/command_uuid");
  static final Column TIME = Column.of("TIME", "/updated_at");
  static final Column TYPE = Column.of("TYPE", "/request_type");
  static final Column STATUS = Column.of("STATUS", "/status");
  static final Column HOSTNAME = Column.of("HOSTNAME", "/hostname");
  private static final Listing LISTING = Listing.of(ID, TIME, TYPE, STATUS, HOSTNAME);

  @Mixin private Session session;
  @Mixin private Format format;

  @Option(names = "--host", description = "Only those of this Mac: UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--limit",
      defaultValue = "100",
      description = "How many at most, 1 to 500 (default: ${DEFAULT-VALUE})")
  private int limit;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Query query = new Query().with("per_page", limit).with("host_identifier", host);
    JsonNode rows = session.server().get("/commands" + query).path("results");
    LISTING.print(spec.commandLine().getOut(), format, rows);
  }
}
