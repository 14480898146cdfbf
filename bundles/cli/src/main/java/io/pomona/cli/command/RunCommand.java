package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Printable;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Any command, as a property list. */
@Command(name = "run-command", description = "Send a command, given as a property list")
final class RunCommand implements Runnable {
  @Mixin private Session session;

  @Option(
      names = {"--hosts", "--host"},
      required = true,
      split = ",",
      paramLabel = "HOST",
      description = "UDIDs, serial numbers or names, with commas between")
  private List<String> hosts;

  @Option(
      names = "--payload",
      required = true,
      paramLabel = "FILE",
      description = "The command as a .plist or .xml file; - reads the standard input")
  private Path payload;

  @Option(names = "--urgent", description = "Before all that is routine")
  private boolean urgent;

  @Option(names = "--reason", description = "Why, for the timeline")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "device (the Mac itself, as usual) or user (its users)")
  private Optional<String> channel = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    String command = Base64.getEncoder().encodeToString(new InputFile(payload).read());
    Map<String, String> named = named(server);
    JsonNode answer = server.post("/commands/run", request(command, List.copyOf(named.keySet())));
    tellWhatIsOdd(answer, named);
    int queued = named.size() - answer.path("failed_uuids").size();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The command is queued for " + HostNames.counted(queued) + ". What they answer shows");
    out.println("pomonactl get mdm-command-results --id=" + answer.path("command_uuid").asText());
  }

  /** How each Mac was called, by its UUID. */
  private Map<String, String> named(Server server) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String host : hosts) {
      named.put(HostNames.find(server, host).path("uuid").asText(), host);
    }
    return named;
  }

  private void tellWhatIsOdd(JsonNode answer, Map<String, String> named) {
    PrintWriter err = spec.commandLine().getErr();
    String because =
        channel.filter("user"::equals).isPresent()
            ? ": MDM is off there, or no user of it has enrolled."
            : ": MDM is off there.";
    for (JsonNode failed : answer.path("failed_uuids")) {
      String uuid = failed.asText();
      err.println("Not queued for " + Printable.text(named.getOrDefault(uuid, uuid)) + because);
    }
    answer.path("warnings").forEach(odd -> err.println(Printable.text(odd.asText())));
  }

  /** What is not said is left out, so that older servers understand it as well. */
  private Map<String, Object> request(String command, List<String> uuids) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("command", command);
    request.put("host_uuids", uuids);
    if (urgent) {
      request.put("urgent", true);
    }
    reason.ifPresent(words -> request.put("reason", words));
    channel.ifPresent(word -> request.put("channel", word));
    return request;
  }
}
