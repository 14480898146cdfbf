package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Documents;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hosts, all or one. */
@Command(
    name = "hosts",
    aliases = {"host", "h"},
    description = "List the Macs, or show one")
final class GetHosts implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("UUID", "/uuid"),
          Column.of("HOSTNAME", "/hostname"),
          Column.of("SERIAL", "/hardware_serial"),
          Column.of("VERSION", "/os_version"),
          Column.of("TEAM", "/team_name"),
          Column.of("MDM", "/mdm/enrollment_status"));

  @Mixin private Session session;
  @Mixin private Format format;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOST",
      description = "UDID, serial number or name of the one to show")
  private Optional<String> host = Optional.empty();

  @Option(names = "--query", description = "Only those with this text in a name, serial or UDID")
  private Optional<String> query = Optional.empty();

  @Option(names = "--team", description = "Only those of the team of this name, or of \"No team\"")
  private Optional<String> team = Optional.empty();

  @ArgGroup private Kind kind = new Kind();

  @Spec private CommandSpec spec;

  /** The server's word for it. */
  private static final class Kind {
    @Option(names = "--mdm", description = "Only those with MDM on")
    private boolean enrolled;

    @Option(names = "--mdm-pending", description = "Only those that are to enroll by themselves")
    private boolean pending;

    Optional<String> status() {
      if (pending) {
        return Optional.of("pending");
      }
      return enrolled ? Optional.of("enrolled") : Optional.empty();
    }
  }

  @Override
  public void run() {
    Server server = session.server();
    host.ifPresentOrElse(name -> one(HostNames.find(server, name)), () -> print(all(server)));
  }

  private void one(JsonNode found) {
    if (format.kind() == Format.Kind.yaml) {
      Documents.print(spec.commandLine().getOut(), format, SettingsDocument.of("host", found));
    } else {
      print(JsonNodeFactory.instance.arrayNode().add(found));
    }
  }

  private void print(JsonNode rows) {
    LISTING.print(spec.commandLine().getOut(), format, rows);
  }

  private JsonNode all(Server server) {
    Optional<Long> id = team.map(name -> TeamOption.scope(server, name));
    return Pages.all(
        server,
        "/hosts",
        "hosts",
        () ->
            new Query()
                .with("query", query)
                .with("team_id", id)
                .with("mdm_enrollment_status", kind.status()));
  }
}
