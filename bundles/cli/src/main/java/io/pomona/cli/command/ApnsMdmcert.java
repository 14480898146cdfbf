package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The way over mdmcert.download. */
@Command(
    name = "mdmcert",
    description = "Let mdmcert.download sign the request",
    subcommands = {ApnsMdmcert.Send.class, ApnsMdmcert.Open.class})
final class ApnsMdmcert extends Branch {

  /** The answer comes by e-mail. */
  @Command(name = "send", description = "Send the request that waits")
  static final class Send implements Runnable {
    @Mixin private Session session;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      JsonNode request = session.server().post("/apns/mdmcert", Map.of());
      spec.commandLine()
          .getOut()
          .println(
              "Sent. mdmcert.download mails a file to "
                  + request.path("email_address").asText()
                  + "; open it with pomonactl apns mdmcert open FILE.");
    }
  }

  /** What was mailed. */
  @Command(name = "open", description = "Open the file that mdmcert.download has mailed")
  static final class Open implements Runnable {
    @Mixin private Session session;

    @Parameters(paramLabel = "FILE", description = "The file as it came, .plist.b64.p7")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      String answer = new String(new InputFile(file).read(), StandardCharsets.US_ASCII);
      session.server().method("PUT", "/apns/mdmcert", Map.of("answer", answer));
      spec.commandLine()
          .getOut()
          .println("The request is signed: write it for Apple with pomonactl generate mdm-apple.");
    }
  }
}
