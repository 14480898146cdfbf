package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server tokens of Apple Business Manager, one after the other. */
@Command(
    name = "mdm-apple-bm",
    description = "Show what is connected of Apple Business Manager, and when to renew it")
final class GetMdmAppleBm implements Runnable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final Duration SOON = Duration.ofDays(30);

  @Mixin private Session session;
  @Mixin private Format format;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JsonNode tokens = session.server().get("/abm_tokens").path("abm_tokens");
    if (!format.isTable()) {
      Listing.of().print(spec.commandLine().getOut(), format, tokens);
      return;
    }
    if (tokens.isEmpty()) {
      throw new Failure(
          Failure.Kind.REFUSED,
          "No Apple Business Manager server token found. Use pomonactl generate mdm-apple-bm and"
              + " then load the token that you download.");
    }
    tokens.forEach(this::show);
  }

  private void show(JsonNode token) {
    PrintWriter out = spec.commandLine().getOut();
    line(out, "Apple ID", token.path("apple_id").asText());
    line(out, "Organization name", token.path("org_name").asText());
    line(out, "MDM server URL", token.path("mdm_server_url").asText());
    line(out, "Renew date", date(token.path("renew_date").asText()));
    line(out, "Default team", token.at("/macos_team/name").asText());
    line(out, "Token", token.path("id").asText());
    line(out, "Macs", macs(token));
    line(out, "Last look", token.path("synced_at").asText("never"));
    warn(token);
  }

  private static void line(PrintWriter out, String name, String value) {
    out.println((name + ":" + " ".repeat(19)).substring(0, 20) + value);
  }

  private static String macs(JsonNode token) {
    long missing = token.path("missing_count").asLong();
    return token.path("device_count").asText()
        + (missing == 0 ? "" : ", " + missing + " of them missing at Apple");
  }

  private static String date(String instant) {
    return LocalDate.parse(instant.substring(0, 10)).format(DATE);
  }

  private void warn(JsonNode token) {
    Instant now = Clock.systemUTC().instant();
    Instant end = Instant.parse(token.path("renew_date").asText());
    if (!end.isAfter(now)) {
      say(
          "@|red ERROR: The server token has ended. Macs that are new in Apple Business Manager do"
              + " not enroll automatically. Renew the token.|@");
    } else if (end.isBefore(now.plus(SOON))) {
      say("@|yellow WARNING: The server token ends in less than 30 days. Renew it.|@");
    }
    if (token.hasNonNull("trouble")) {
      say("@|yellow WARNING: " + token.at("/trouble/message").asText() + "|@");
    }
  }

  private void say(String marked) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    spec.commandLine().getErr().println(ansi.string(marked));
  }
}
