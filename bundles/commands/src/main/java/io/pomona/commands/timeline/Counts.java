package io.pomona.commands.timeline;

/** How often, in words behind a verb. */
final class Counts {
  private Counts() {}

  /** Empty text for once. */
  static String times(int number) {
    if (number < 2) {
      return "";
    }
    return number == 2 ? " twice" : " " + number + " times";
  }

  static String more(int number) {
    return number + " more command" + (number == 1 ? "" : "s");
  }
}
