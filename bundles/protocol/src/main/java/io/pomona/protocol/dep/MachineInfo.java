package io.pomona.protocol.dep;

import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Mac says of itself when it asks for the profile that enrolls it. It proves nothing: serial
 * numbers are no secret.
 *
 * @param product the model, for example {@code Mac14,2}
 * @param version the build of macOS
 * @param osVersion empty before macOS 14
 * @param canRequestSoftwareUpdate whether it heeds an answer that asks it to update first
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/machineinfo">Apple</a>
 */
public record MachineInfo(
    String serialNumber,
    String udid,
    String product,
    String version,
    Optional<String> osVersion,
    boolean canRequestSoftwareUpdate) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9.,_+-]{1,64}");

  /**
   * @throws MalformedMachineInfoException with a sentence that says what is missing or wrong
   */
  public static MachineInfo read(byte[] plist) {
    try {
      PlistDict values = PlistReader.read(plist);
      return new MachineInfo(
          word(values, "SERIAL"),
          word(values, "UDID"),
          word(values, "PRODUCT"),
          word(values, "VERSION"),
          values.string("OS_VERSION").filter(text -> WORD.matcher(text).matches()),
          values.bool("MDM_CAN_REQUEST_SOFTWARE_UPDATE").orElse(false));
    } catch (MalformedPlistException e) {
      throw new MalformedMachineInfoException(e.getMessage(), e);
    }
  }

  private static String word(PlistDict values, String key) {
    return values
        .string(key)
        .filter(text -> WORD.matcher(text).matches())
        .orElseThrow(
            () ->
                new MalformedMachineInfoException("The machine information has no usable " + key));
  }
}
