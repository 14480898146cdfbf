package io.pomona.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What has to be renewed, as names and values, and warnings about it.
 *
 * @param width of the names with their colons
 */
record RenewalLines(CommandSpec spec, int width) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  void line(String name, String value) {
    String padded = (name + ":" + " ".repeat(width)).substring(0, width + 1);
    spec.commandLine().getOut().println(padded + value);
  }

  static String date(JsonNode instant) {
    return LocalDate.parse(instant.asText().substring(0, 10)).format(DATE);
  }

  void error(String words) {
    say("@|red ERROR: " + words + "|@");
  }

  void warning(String words) {
    say("@|yellow WARNING: " + words + "|@");
  }

  private void say(String marked) {
    Ansi ansi = spec.commandLine().getColorScheme().ansi();
    spec.commandLine().getErr().println(ansi.string(marked));
  }
}
