package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** YAML in which {@code $NAME} would be a variable, and {@code \$} is a dollar. */
final class VariableText {
  private static final Pattern DOLLAR = Pattern.compile("\\$(?=[A-Za-z_{])");
  private static final Pattern ESCAPED = Pattern.compile("\\\\\\$(?=[A-Za-z_{])");
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\\\)\\$[A-Za-z_{]");

  private VariableText() {}

  static String escaped(String yaml) {
    return DOLLAR.matcher(yaml).replaceAll(Matcher.quoteReplacement("\\$"));
  }

  /**
   * @throws MdmException with file and line where there is a variable: the environment of a server
   *     is none of a repository
   */
  static String plain(String name, String yaml) {
    List<String> lines = new ArrayList<>(List.of(yaml.split("\n", -1)));
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.stripLeading().startsWith("#")) {
        if (VARIABLE.matcher(line).find()) {
          throw MdmException.invalid(
              "organization.variable",
              "file",
              name
                  + ", line "
                  + (i + 1)
                  + ": variables are for pomonactl. Write their values, or \\$ for a dollar.");
        }
        lines.set(i, ESCAPED.matcher(line).replaceAll(Matcher.quoteReplacement("$")));
      }
    }
    return String.join("\n", lines);
  }
}
