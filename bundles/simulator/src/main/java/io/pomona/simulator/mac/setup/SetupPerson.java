package io.pomona.simulator.mac.setup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who sits before the Mac while it is set up: types into the fields of a page by their names, ticks
 * every box, and presses the first button, or the one that was named.
 */
public final class SetupPerson {

  private final Map<String, String> fields;
  private final String button;

  private SetupPerson(Map<String, String> fields, String button) {
    this.fields = Map.copyOf(fields);
    this.button = button;
  }

  public static SetupPerson agreeable() {
    return new SetupPerson(Map.of(), "");
  }

  /** Types this into the field of that name, wherever it is met. */
  public SetupPerson typing(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new SetupPerson(more, button);
  }

  /** Presses the button or link whose text, value or name contains this, where there is one. */
  public SetupPerson pressing(String text) {
    return new SetupPerson(fields, text.toLowerCase(Locale.ROOT));
  }

  Optional<String> types(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  boolean prefers(String text) {
    return !button.isEmpty() && text.toLowerCase(Locale.ROOT).contains(button);
  }
}
