package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The password of recoveryOS. */
@Command(
    name = "recovery-lock",
    description = "Set, replace, verify, show or take off the recovery lock of a Mac")
final class HostsRecoveryLock implements Runnable {
  /** What is to be done. */
  enum Deed {
    STATUS,
    SET,
    ROTATE,
    VERIFY,
    VIEW,
    CLEAR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private Session session;

  @Parameters(index = "0", paramLabel = "DEED", description = "One of ${COMPLETION-CANDIDATES}")
  private Deed deed;

  @Option(names = "--host", paramLabel = "HOST", description = "UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    JsonNode answer =
        TargetHost.with(server, host, id -> call(server, "/hosts/" + id + "/recovery_lock"));
    PrintWriter out = spec.commandLine().getOut();
    out.println(Printable.text(answer.path("status").asText()));
    if (deed == Deed.VIEW) {
      out.println(Printable.text(answer.path("password").asText()));
    }
    String detail = Printable.text(answer.path("detail").asText());
    if (!detail.isEmpty()) {
      out.println(detail);
    }
  }

  private JsonNode call(Server server, String path) {
    return switch (deed) {
      case STATUS -> server.get(path);
      case SET -> server.post(path, Map.of());
      case CLEAR -> server.delete(path);
      case ROTATE, VERIFY, VIEW -> server.post(path + "/" + deed, Map.of());
    };
  }
}
