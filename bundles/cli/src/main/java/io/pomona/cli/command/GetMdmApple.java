package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The push certificate in use. */
@Command(name = "mdm-apple", description = "Show the push certificate, and when to renew it")
final class GetMdmApple implements Runnable {
  @Mixin private Session session;
  @Mixin private Format format;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JsonNode certificate = session.server().get("/apns");
    if (!format.isTable()) {
      Listing.of().print(spec.commandLine().getOut(), format, certificate);
      return;
    }
    RenewalLines lines = new RenewalLines(spec, 18);
    lines.line("Common name (CN)", certificate.path("common_name").asText());
    lines.line("Serial number", certificate.path("serial_number").asText());
    lines.line("Issuer", certificate.path("issuer").asText());
    lines.line("Renew date", RenewalLines.date(certificate.path("renew_date")));
    lines.line("Days left", certificate.path("days_left").asText());
    lines.line("Topic", certificate.path("topic").asText());
    lines.line("Apple ID", certificate.path("apple_id").asText());
    lines.line("Renewed by", certificate.path("renewed_by").asText());
    warn(lines, certificate);
  }

  private static void warn(RenewalLines lines, JsonNode certificate) {
    String warning = certificate.path("warning").asText();
    if (warning.isEmpty()) {
      return;
    }
    if (certificate.path("days_left").asLong() < 0) {
      lines.error(warning);
    } else {
      lines.warning(warning);
    }
  }
}
