package io.pomona.simulator.main;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Command-line options of the form --name value. */
final class Options {

  private final Map<String, String> values = new HashMap<>();

  Options(List<String> known, String... arguments) {
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      if (!known.contains(name)) {
        throw new IllegalArgumentException("Unknown option " + arguments[i]);
      } else if (i + 1 == arguments.length) {
        throw new IllegalArgumentException("Option " + arguments[i] + " needs a value");
      }
      values.put(name, arguments[i + 1]);
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int number(String name, int otherwise) {
    try {
      return text(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Option --" + name + " needs a number");
    }
  }
}
