package io.pomona.protocol.dep;

import java.util.regex.Pattern;

/**
 * The answer with status 403 by which a Mac updates before it enrolls, and then asks again. Only
 * for those that say that they can.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/errorcodesoftwareupdaterequired">Apple</a>
 */
public record UpdateFirst(String osVersion) {
  private static final Pattern VERSION = Pattern.compile("[0-9.]{1,20}");

  public UpdateFirst {
    if (!VERSION.matcher(osVersion).matches()) {
      throw new IllegalArgumentException("no version");
    }
  }

  /** The body. */
  public String json() {
    return ("{\"code\":\"com.apple.softwareupdate.required\","
            + "\"description\":\"macOS %1$s or later is needed\","
            + "\"message\":\"This Mac needs macOS %1$s before it can be set up.\","
            + "\"details\":{\"OSVersion\":\"%1$s\"}}")
        .formatted(osVersion);
  }
}
