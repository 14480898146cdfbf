package io.pomona.store.sql;

/** PostgreSQL refuses the NUL character, which a Mac may well send in a name. */
public final class Text {
  private Text() {}

  public static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }
}
