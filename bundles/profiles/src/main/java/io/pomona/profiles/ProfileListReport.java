package io.pomona.profiles;

import io.pomona.api.profiles.HostProfile;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The profiles that a Mac says it has. */
final class ProfileListReport {
  private static final String KEY = "ProfileList";

  private final Map<String, String> uuidByIdentifier;

  private ProfileListReport(Map<String, String> uuidByIdentifier) {
    this.uuidByIdentifier = uuidByIdentifier;
  }

  /** Empty when the answer is none: then nothing follows from it. */
  static Optional<ProfileListReport> read(byte[] answer) {
    try {
      PlistDict dict = PlistReader.read(answer);
      return dict.has(KEY) ? Optional.of(of(dict)) : Optional.empty();
    } catch (MalformedPlistException e) {
      return Optional.empty();
    }
  }

  private static ProfileListReport of(PlistDict answer) {
    return new ProfileListReport(
        answer.dicts(KEY).stream()
            .filter(entry -> entry.string("PayloadIdentifier").isPresent())
            .collect(
                Collectors.toMap(
                    entry -> entry.string("PayloadIdentifier").orElseThrow(),
                    entry -> normal(entry.string("PayloadUUID").orElse("")),
                    (first, second) -> first)));
  }

  boolean has(String identifier) {
    return uuidByIdentifier.containsKey(identifier);
  }

  /** Whether it is this very profile: identifier and PayloadUUID are the same. */
  boolean shows(HostProfile row) {
    return normal(row.payloadUuid()).equals(uuidByIdentifier.get(row.identifier()));
  }

  private static String normal(String uuid) {
    return uuid.toUpperCase(Locale.ROOT);
  }
}
