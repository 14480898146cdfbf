package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Its PIN is kept before the Mac hears of it. */
@Command(name = "lock", description = "Lock a Mac with a PIN")
final class MdmLock implements Runnable {
  @Mixin private Session session;

  @Option(names = "--host", paramLabel = "HOST", description = "UDID, serial number or name")
  private Optional<String> host = Optional.empty();

  @Option(names = "--message", description = "What the locked Mac shows")
  private Optional<String> message = Optional.empty();

  @Option(names = "--phone-number", description = "Shown by Macs with Apple silicon")
  private Optional<String> phone = Optional.empty();

  @Option(names = "--view-pin", description = "Show the PIN at once; mdm unlock shows it later")
  private boolean viewPin;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    Map<String, Object> body = new LinkedHashMap<>();
    message.ifPresent(text -> body.put("message", text));
    phone.ifPresent(number -> body.put("phone_number", number));
    String query = viewPin ? "/lock?view_pin=true" : "/lock";
    JsonNode answer =
        TargetHost.with(server, host, id -> server.post("/hosts/" + id + query, body));
    PrintWriter out = spec.commandLine().getOut();
    out.println("The host will lock when it comes online.");
    if (viewPin) {
      out.println("PIN: " + Printable.text(answer.path("unlock_pin").asText()));
    } else {
      out.println("To see its PIN: pomonactl mdm unlock --host=" + host.orElseThrow());
    }
  }
}
