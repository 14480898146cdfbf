package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.pomona.cli.Failure;
import io.pomona.cli.output.Format;
import io.pomona.cli.output.Listing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server tokens of Apple Business Manager, one after the other. */
@Command(
    name = "mdm-apple-bm",
    description = "Show what is connected of Apple Business Manager, and when to renew it")
final class GetMdmAppleBm implements Runnable {
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
    RenewalLines lines = new RenewalLines(spec, 19);
    lines.line("Apple ID", token.path("apple_id").asText());
    lines.line("Organization name", token.path("org_name").asText());
    lines.line("MDM server URL", token.path("mdm_server_url").asText());
    lines.line("Renew date", RenewalLines.date(token.path("renew_date")));
    lines.line("Default team", token.at("/macos_team/name").asText());
    lines.line("Token", token.path("id").asText());
    lines.line("Macs", macs(token));
    lines.line("Last look", token.path("synced_at").asText("never"));
    warn(lines, token);
  }

  private static String macs(JsonNode token) {
    long missing = token.path("missing_count").asLong();
    return token.path("device_count").asText()
        + (missing == 0 ? "" : ", " + missing + " of them missing at Apple");
  }

  private static void warn(RenewalLines lines, JsonNode token) {
    Instant now = Clock.systemUTC().instant();
    Instant end = Instant.parse(token.path("renew_date").asText());
    if (!end.isAfter(now)) {
      lines.error(
          "The server token has ended. Macs that are new in Apple Business Manager do not enroll"
              + " automatically. Renew the token.");
    } else if (end.isBefore(now.plus(SOON))) {
      lines.warning("The server token ends in less than 30 days. Renew it.");
    }
    if (token.hasNonNull("trouble")) {
      lines.warning(token.at("/trouble/message").asText());
    }
  }
}
