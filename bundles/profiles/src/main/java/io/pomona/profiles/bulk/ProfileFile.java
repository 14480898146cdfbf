package io.pomona.profiles.bulk;

/**
 * A file to import.
 *
 * @param name as it is reported: with its folder where it has one, never used as a path
 * @param content cut off behind the most that is taken, so that more is refused and not stored
 */
public record ProfileFile(String name, byte[] content) {
  static final String EXTENSION = ".mobileconfig";

  private static final int LONGEST_NAME = 255;

  public ProfileFile {
    name = name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  /** What systems put beside files without being asked. */
  static boolean isLitter(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.startsWith(".") || ("/" + name).contains("/__MACOSX/");
  }

  boolean isProfile() {
    return name.toLowerCase(java.util.Locale.ROOT).endsWith(EXTENSION);
  }
}
