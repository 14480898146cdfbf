package io.pomona.cli.settings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.pomona.cli.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Puts values in the place of {@code $NAME} and {@code ${NAME}}; {@code \$} is a dollar. Only what
 * stands in a key or a value is read, so comments may say what they like; and a value stays inside
 * of the text that names it, whatever characters it is made of.
 */
public final class Substitution {
  private static final Pattern ESCAPED = Pattern.compile("\\\\\\$(?=[A-Za-z_{])");
  private static final Pattern BRACED = Pattern.compile("\\$\\{([A-Za-z_]\\w*)\\}");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$([A-Za-z_]\\w*)|\uE0F1(\\w+)\uE0F2|(\\$\\{[^}]*\\}?)");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./@+%=~-]|:(?=[A-Za-z0-9_./]))*");

  // Of Unicode's area for private use, while the text is read: an escaped dollar, and braces that
  // are none of YAML's.
  private static final String DOLLAR = "\uE0F0";
  private static final String OPEN = "\uE0F1";
  private static final String CLOSE = "\uE0F2";

  private final Variables variables;

  public Substitution(Variables variables) {
    this.variables = variables;
  }

  /** The text that apply reads back as this one. */
  static String escape(String yaml) {
    return yaml.replaceAll("\\$(?=[A-Za-z_{])", Matcher.quoteReplacement("\\$"));
  }

  /**
   * @param name how the file is called in what a failure says
   */
  String in(String name, String yaml) {
    String escaped = ESCAPED.matcher(yaml).replaceAll(DOLLAR);
    String text = BRACED.matcher(escaped).replaceAll(OPEN + "$1" + CLOSE);
    List<String> missing = new ArrayList<>();
    StringBuilder result = new StringBuilder();
    int end = 0;
    for (ScalarToken scalar : scalars(name, text)) {
      int start = text.offsetByCodePoints(0, scalar.getStartMark().getIndex());
      result.append(text, end, start);
      end = text.offsetByCodePoints(0, scalar.getEndMark().getIndex());
      result.append(written(name, scalar, text.substring(start, end), missing));
    }
    if (!missing.isEmpty()) {
      throw new Failure(Failure.Kind.FILE, String.join("\n", missing));
    }
    return result
        .append(text.substring(end))
        .toString()
        .replace(DOLLAR, "$")
        .replace(OPEN, "${")
        .replace(CLOSE, "}");
  }

  private static List<ScalarToken> scalars(String name, String text) {
    LoaderOptions options = new LoaderOptions();
    List<ScalarToken> scalars = new ArrayList<>();
    try {
      Scanner scanner = new ScannerImpl(new StreamReader(text), options);
      while (!scanner.checkToken(Token.ID.StreamEnd)) {
        if (scanner.getToken() instanceof ScalarToken scalar) {
          scalars.add(scalar);
        }
      }
      return scalars;
    } catch (YAMLException e) {
      throw Unreadable.of(name, e);
    }
  }

  private String written(String name, ScalarToken scalar, String as, List<String> missing) {
    String value = scalar.getValue();
    if (!VARIABLE.matcher(value).find()) {
      return as;
    }
    String place = name + ", line " + (scalar.getStartMark().getLine() + 1) + ": ";
    String put =
        VARIABLE
            .matcher(value)
            .replaceAll(found -> Matcher.quoteReplacement(value(place, found, missing)));
    if (scalar.getStyle() == ScalarStyle.PLAIN && PLAIN.matcher(put).matches()) {
      return put;
    }
    // As many lines as before, so that what the server says of a line is true of the file.
    String breaks = "\n".repeat((int) as.chars().filter(each -> each == '\n').count());
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(put)) + '"' + breaks;
  }

  private String value(String place, MatchResult found, List<String> missing) {
    if (found.group(3) != null) {
      missing.add(place + found.group() + " names no variable. Write \\${ for these characters.");
      return "";
    }
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return variables
        .value(name)
        .orElseGet(
            () -> {
              missing.add(place + "the environment variable " + name + " is not set.");
              return "";
            });
  }
}
