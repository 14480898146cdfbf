package io.pomona.protocol.command.catalogue;

import java.util.Locale;

/** The types of values in a command. */
public enum KeyType {
  STRING,
  INTEGER,
  REAL,
  BOOLEAN,
  DATE,
  DATA,
  ARRAY,
  DICTIONARY;

  static KeyType labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
