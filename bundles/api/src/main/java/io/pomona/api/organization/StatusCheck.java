package io.pomona.api.organization;

import java.util.List;

/** Extension point: the health of one part, shown by {@code mdm:status}, the API and metrics. */
public interface StatusCheck {
  /** Quick, on the caller's thread; a check that throws is shown as an error. */
  List<StatusLine> check();

  /** How bad it is. */
  enum Level {
    OK,
    WARNING,
    ERROR
  }

  /**
   * @param name what is looked at: {@code apns.certificate}
   * @param message one sentence for an operator
   */
  record StatusLine(String name, Level level, String message) {}
}
