package io.pomona.enrollment;

import io.pomona.api.enrollment.MacFacts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions of macOS this server is made for. Older ones are let in and may work. */
public final class SupportedOs {
  private static final int OLDEST = 12;
  private static final Pattern MAJOR = Pattern.compile("([0-9]{1,4})(\\..*)?");

  private SupportedOs() {}

  /** Also when the Mac has not said its version. */
  public static boolean isSupported(MacFacts facts) {
    Matcher version = MAJOR.matcher(facts.osVersion());
    return !version.matches() || Integer.parseInt(version.group(1)) >= OLDEST;
  }
}
