package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Once, for a while; the Mac need not be among the hosts. */
@Command(
    name = "admit",
    description = "Let a Mac enroll automatically once that was refused, because you have it there")
final class HostsAdmit implements Runnable {
  @Mixin private Session session;

  @Parameters(paramLabel = "SERIAL", description = "The Mac's serial number")
  private String serial;

  @Option(names = "--hours", description = "For how long it may come; 24 unless given, 168 at most")
  private Optional<Integer> hours = Optional.empty();

  @Spec private CommandSpec spec;

  @Option(names = "--revoke", description = "Take back that it may come")
  private boolean revoke;

  @Override
  public void run() {
    if (revoke) {
      session.server().delete("/mdm/apple/admissions/" + serial);
      spec.commandLine().getOut().println(serial + " may no longer come.");
      return;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("serial_number", serial);
    hours.ifPresent(given -> body.put("hours", given));
    JsonNode answer = session.server().post("/mdm/apple/admissions", body);
    String until = answer.path("expires_at").asText();
    spec.commandLine().getOut().println(serial + " may enroll automatically once until " + until);
  }
}
