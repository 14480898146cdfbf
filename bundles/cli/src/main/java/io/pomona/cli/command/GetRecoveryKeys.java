package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which keys came, without the keys. */
@Command(
    name = "recovery-keys",
    description = "List the recovery keys that Macs gave, without the keys themselves")
final class GetRecoveryKeys implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("ID", "/id"),
          Column.of("SERIAL", "/serial_number"),
          Column.of("RECEIVED", "/received_at"),
          Column.of("SOURCE", "/source"),
          Column.of("ENROLLED", "/enrolled_at"),
          Column.of("READABLE", "/readable"),
          Column.of("VIEWED", "/viewed_at"),
          Column.of("DETAIL", "/detail"));

  @Mixin private Session session;
  @Mixin private Format format;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Spec private CommandSpec spec;

  /** Either of them. */
  private static final class Which {
    @Option(names = "--host", required = true, description = "UDID, serial number or name")
    private String host;

    @Option(
        names = "--query",
        required = true,
        description = "A part of the serial number, of Macs that are gone too; for admins")
    private String query;
  }

  @Override
  public void run() {
    Server server = session.server();
    LISTING.print(
        spec.commandLine().getOut(), format, which.host == null ? found(server) : ofHost(server));
  }

  private JsonNode found(Server server) {
    return Pages.after(
        server,
        "/disk_encryption/keys",
        "encryption_keys",
        () -> new Query().with("query", Optional.of(which.query)));
  }

  private JsonNode ofHost(Server server) {
    long id = HostNames.find(server, which.host).path("id").asLong();
    return server.get("/hosts/" + id + "/encryption_keys").path("encryption_keys");
  }
}
