package io.pomona.enrollment;

import io.pomona.api.enrollment.MacFacts;
import io.pomona.protocol.checkin.Authenticate;
import io.pomona.protocol.inventory.DeviceInformation;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a Mac says of itself, without what could harm a log, a table or a page. */
final class ReportedFacts {
  private static final int LONGEST = 255;
  private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+/=._ -]{0,63}");
  // Controls, line separators and what turns the direction of text around.
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

  private ReportedFacts() {}

  static MacFacts of(Authenticate message) {
    return new MacFacts(
        serial(message.serialNumber()),
        clean(message.deviceName()),
        clean(message.model()),
        clean(message.modelName()),
        clean(message.osVersion().orElse("")),
        clean(message.buildVersion().orElse("")));
  }

  /**
   * @param mayNameItself whether the serial number is taken over; once it is known, a Mac cannot
   *     change it to another Mac's
   */
  static MacFacts of(DeviceInformation answer, boolean mayNameItself) {
    return new MacFacts(
        mayNameItself ? serial(answer.serialNumber()) : "",
        clean(answer.deviceName().orElse("")),
        clean(answer.model().orElse("")),
        clean(answer.modelName().orElse("")),
        clean(answer.osVersion().orElse("")),
        clean(answer.buildVersion().orElse("")));
  }

  private static String serial(Optional<String> text) {
    return text.filter(value -> SERIAL.matcher(value).matches()).orElse("");
  }

  private static String clean(String text) {
    String seen = UNSEEN.matcher(text).replaceAll(" ").strip();
    return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST);
  }
}
