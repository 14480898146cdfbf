package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.server.Server;
import io.pomona.cli.server.UploadForm;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is done with the push certificate. */
@Command(
    name = "apns",
    description = "Load and renew the push certificate",
    subcommands = {
      ApnsCommand.Upload.class,
      ApnsCommand.Load.class,
      ApnsRequests.class,
      ApnsVendor.class,
      ApnsMdmcert.class,
      ApnsCommand.AppleId.class,
      ApnsCommand.Off.class
    })
public final class ApnsCommand extends Branch {

  private static String inUse(JsonNode certificate) {
    return "The push certificate "
        + certificate.path("serial_number").asText()
        + " is in use, with the topic "
        + certificate.path("topic").asText()
        + ".";
  }

  /** Its key lies on the server. */
  @Command(name = "upload", description = "Load the certificate that Apple issued for a request")
  static final class Upload implements Runnable {
    @Mixin private Session session;
    @Mixin private TopicConsent consent;

    @Parameters(paramLabel = "CERTIFICATE", description = "The file from identity.apple.com")
    private Path certificate;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      InputFile input = new InputFile(certificate);
      UploadForm form = new UploadForm();
      consent.fields().forEach(form::field);
      form.file("certificate", input.name(), input.read());
      JsonNode loaded = session.server().upload("/mdm/apple/apns_certificate", form);
      spec.commandLine().getOut().println(inUse(loaded));
    }
  }

  /** With a key that was made elsewhere. */
  @Command(name = "load", description = "Load a push certificate with its key")
  static final class Load implements Runnable {
    @Mixin private Session session;
    @Mixin private BroughtPair pair;
    @Mixin private TopicConsent consent;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Map<String, Object> body = pair.body();
      body.putAll(consent.fields());
      body.put("force", Boolean.valueOf(consent.fields().get("force")));
      JsonNode loaded = session.server().method("PUT", "/apns", body);
      spec.commandLine().getOut().println(inUse(loaded));
    }
  }

  /** For the next renewal. */
  @Command(
      name = "apple-id",
      description = "Note the Apple ID that the certificate is renewed with")
  static final class AppleId implements Runnable {
    @Mixin private Session session;

    @Parameters(paramLabel = "ID", description = "The Apple ID; \"\" forgets it")
    private String appleId;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      session.server().method("PATCH", "/apns", Map.of("apple_id", appleId));
      spec.commandLine().getOut().println("Noted.");
    }
  }

  /** Takes the certificate out of use. */
  @Command(name = "off", description = "Turn MDM off: take the push certificate out of use")
  static final class Off implements Runnable {
    @Mixin private Session session;

    @Option(names = "--force", description = "Without it, you are told how many Macs are enrolled")
    private boolean force;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
      Server server = session.server();
      server.delete("/mdm/apple/apns_certificate" + new Query().with("force", force));
      spec.commandLine().getOut().println("MDM is off.");
    }
  }
}
