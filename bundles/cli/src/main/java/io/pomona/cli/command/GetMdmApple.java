package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The push certificate in use. */
@Command(name = "mdm-apple", description = "Show the push certificate, and when to renew it")
final class GetMdmApple implements Runnable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  @Mixin private Session session;
  @Mixin private Format format;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JsonNode certificate = session.server().get("/apns");
    PrintWriter out = spec.commandLine().getOut();
    if (!format.isTable()) {
      Listing.of().print(out, format, certificate);
      return;
    }
    line(out, "Common name (CN)", certificate.path("common_name").asText());
    line(out, "Serial number", certificate.path("serial_number").asText());
    line(out, "Issuer", certificate.path("issuer").asText());
    line(out, "Renew date", date(certificate.path("renew_date").asText()));
    line(out, "Days left", certificate.path("days_left").asText());
    line(out, "Topic", certificate.path("topic").asText());
    line(out, "Apple ID", certificate.path("apple_id").asText());
    line(out, "Renewed by", certificate.path("renewed_by").asText());
    warn(certificate);
  }

  private static void line(PrintWriter out, String name, String value) {
    out.println((name + ":" + " ".repeat(18)).substring(0, 19) + value);
  }

  private static String date(String instant) {
    return LocalDate.parse(instant.substring(0, 10)).format(DATE);
  }

  private void warn(JsonNode certificate) {
    String warning = certificate.path("warning").asText();
    if (!warning.isEmpty()) {
      boolean expired = certificate.path("days_left").asLong() < 0;
      String marked = (expired ? "@|red ERROR: " : "@|yellow WARNING: ") + warning + "|@";
      Ansi ansi = spec.commandLine().getColorScheme().ansi();
      spec.commandLine().getErr().println(ansi.string(marked));
    }
  }
}
