package io.pomona.cli.output;

/** What a Mac or a document calls itself must not move the cursor of a terminal. */
public final class Printable {
  private Printable() {}

  public static String text(String text) {
    return text.replace("\t", "    ").replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
  }
}
