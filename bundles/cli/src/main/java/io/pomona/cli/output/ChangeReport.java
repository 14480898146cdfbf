package io.pomona.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What applying settings changes, in words: +, ~ and - below the scope that they are of. */
public final class ChangeReport {
  private final PrintWriter out;
  private final boolean colours;

  public ChangeReport(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** How a kind of change is marked and counted. */
  private enum Mark {
    ADDED('+', 32, "added", "to add"),
    CHANGED('~', 33, "changed", "to change"),
    REMOVED('-', 31, "removed", "to remove");

    private final char sign;
    private final int colour;
    private final String done;
    private final String planned;

    Mark(char sign, int colour, String done, String planned) {
      this.sign = sign;
      this.colour = colour;
      this.done = done;
      this.planned = planned;
    }

    static Mark of(JsonNode change) {
      String action = change.path("action").asText();
      for (Mark mark : values()) {
        if (mark.done.equals(action)) {
          return mark;
        }
      }
      return CHANGED;
    }
  }

  public void print(JsonNode answer) {
    JsonNode changes = answer.path("changes");
    boolean dry = answer.path("dry_run").asBoolean();
    if (changes.isEmpty()) {
      out.println("Nothing to change.");
    } else {
      byScope(changes).forEach(this::scope);
      out.println();
      out.println(sum(changes, dry) + ".");
      if (dry) {
        out.println("This was a dry run: nothing has changed.");
      }
    }
    out.flush();
  }

  private static Map<String, List<JsonNode>> byScope(JsonNode changes) {
    Map<String, List<JsonNode>> scopes = new LinkedHashMap<>();
    for (JsonNode change : changes) {
      scopes.computeIfAbsent(change.path("scope").asText(), s -> new ArrayList<>()).add(change);
    }
    return scopes;
  }

  private void scope(String name, List<JsonNode> changes) {
    Set<String> files = new LinkedHashSet<>();
    changes.forEach(change -> files.add(change.path("file").asText()));
    files.remove("");
    String from = files.isEmpty() ? "" : " (" + String.join(", ", files) + ")";
    out.println(Printable.text(name + from));
    changes.forEach(this::change);
  }

  private void change(JsonNode change) {
    Mark mark = Mark.of(change);
    String text = Printable.text(change.path("text").asText()).replace("\n", "\n    ");
    String line = "  " + mark.sign + " " + text;
    out.println(colours ? "\u001b[" + mark.colour + "m" + line + "\u001b[0m" : line);
  }

  private static String sum(JsonNode changes, boolean dry) {
    List<String> parts = new ArrayList<>();
    for (Mark mark : Mark.values()) {
      int count = 0;
      for (JsonNode change : changes) {
        count += Mark.of(change) == mark ? 1 : 0;
      }
      if (count > 0) {
        parts.add(count + " " + (dry ? mark.planned : mark.done));
      }
    }
    return String.join(", ", parts);
  }
}
