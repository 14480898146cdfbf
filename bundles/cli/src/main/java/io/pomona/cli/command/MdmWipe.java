package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.io.Console;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Only of the Mac whose serial number was typed. */
@Command(name = "wipe", description = "Erase a Mac")
final class MdmWipe implements Runnable {
  @Mixin private Session session;

  @Option(names = "--host", paramLabel = "HOST", description = "UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--confirm",
      paramLabel = "SERIAL",
      description = "The serial number of the Mac; asked for where it is left out")
  private Optional<String> confirm = Optional.empty();

  @Option(
      names = "--obliteration",
      paramLabel = "BEHAVIOR",
      description =
          "What a Mac does that cannot erase all content and settings: Default, DoNotObliterate,"
              + " ObliterateWithWarning or Always")
  private Optional<String> obliteration = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    TargetHost.with(server, host, id -> wipe(server, id));
    spec.commandLine().getOut().println("The host will wipe when it comes online.");
  }

  private JsonNode wipe(Server server, long id) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Printable.text(server.get("/hosts/" + id + "/lock").path("help").asText()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("confirm", confirm.orElseGet(MdmWipe::typed));
    obliteration.ifPresent(name -> body.put("obliteration_behavior", name));
    return server.post("/hosts/" + id + "/wipe", body);
  }

  private static String typed() {
    Console console = System.console();
    String line =
        console == null
            ? null
            : console.readLine("All of it is lost. Serial number of the Mac to erase: ");
    return Optional.ofNullable(line)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new Failure(
                    Failure.Kind.REFUSED,
                    "Nothing is erased: say the serial number of the Mac with --confirm=SERIAL."));
  }
}
