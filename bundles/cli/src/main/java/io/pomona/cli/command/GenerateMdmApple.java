package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.server.Server;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A request for a push certificate; its key stays on the server. */
@Command(
    name = "mdm-apple",
    description = "Make a request for a push certificate, or write the one that waits again")
final class GenerateMdmApple implements Runnable {
  @Mixin private Session session;

  @Option(names = "--email", description = "Who is responsible; makes a new request")
  private Optional<String> email = Optional.empty();

  @Option(names = "--org", description = "The organization's name")
  private String organization = "";

  @Option(
      names = "--csr",
      paramLabel = "FILE",
      defaultValue = "pomona-mdm-apple.csr",
      description = "Where to write the request (default: ${DEFAULT-VALUE})")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Server server = session.server();
    email.ifPresent(address -> make(server, address));
    JsonNode request = server.get("/apns/request");
    boolean signed = request.path("csr").isTextual();
    new OutputFile(file).write(signed ? file(request) : pem(request));
    tell(request, signed);
  }

  private void make(Server server, String address) {
    JsonNode made =
        server.post(
            "/mdm/apple/request_csr",
            Map.of("email_address", address, "organization", organization));
    if (!made.path("warning").asText().isEmpty()) {
      new RenewalLines(spec, 0).warning(made.path("warning").asText());
    }
  }

  private static byte[] file(JsonNode request) {
    try {
      return Base64.getDecoder().decode(request.path("csr").asText());
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.UNREACHABLE, "The server sent a file that is no base64.", e);
    }
  }

  private static byte[] pem(JsonNode request) {
    return request.path("request").asText().getBytes(StandardCharsets.US_ASCII);
  }

  private void tell(JsonNode request, boolean signed) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote the request of " + request.path("email_address").asText() + " to " + file);
    if (signed) {
      out.println("Sign in at https://identity.apple.com/pushcert and upload it. To renew, sign");
      out.println("in with the same Apple ID, and press Renew next to the serial number that");
      out.println("pomonactl get mdm-apple shows. Load the certificate that you download:");
      out.println("  pomonactl apns upload CERTIFICATE.pem --apple-id YOU@EXAMPLE.COM");
    } else {
      out.println(request.path("unsigned_reason").asText());
      out.println("Then run this again without --email. The two ways:");
      out.println("  pomonactl apns vendor CERTIFICATES.pem --key VENDOR.key");
      out.println("  pomonactl apns mdmcert send");
    }
  }
}
