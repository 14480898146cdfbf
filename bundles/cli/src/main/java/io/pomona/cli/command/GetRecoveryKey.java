package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pomona.cli.output.Column;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import io.pomona.cli.server.Server;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The key itself: whoever sees it is in the activity feed. */
@Command(
    name = "recovery-key",
    description = "Show the recovery key of a Mac's disk; the activity feed tells who saw it")
final class GetRecoveryKey implements Runnable {
  private static final Listing LISTING =
      Listing.of(
          Column.of("RECOVERY KEY", "/encryption_key/key"),
          Column.of("RECEIVED", "/encryption_key/updated_at"));

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
        names = "--id",
        required = true,
        description = "One of all keys, as get recovery-keys lists them; for admins")
    private long id;
  }

  @Override
  public void run() {
    Server server = session.server();
    JsonNode answer =
        which.host == null
            ? server.post("/disk_encryption/keys/" + which.id + "/view", Map.of())
            : server.get(
                "/hosts/"
                    + HostNames.find(server, which.host).path("id").asLong()
                    + "/encryption_key");
    LISTING.print(
        spec.commandLine().getOut(), format, JsonNodeFactory.instance.arrayNode().add(answer));
  }
}
