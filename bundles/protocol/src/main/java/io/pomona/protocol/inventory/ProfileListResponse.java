package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;

/** Reads the answer to ProfileList. */
public final class ProfileListResponse {
  private ProfileListResponse() {}

  /**
   * The profiles of the report; entries without identifier or UUID are left out.
   *
   * @param report the whole report of the Mac
   */
  public static List<InstalledProfile> read(PlistDict report) {
    return report.dicts("ProfileList").stream()
        .map(ProfileListResponse::profile)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<InstalledProfile> profile(PlistDict entry) {
    Optional<String> identifier = entry.string("PayloadIdentifier");
    Optional<String> uuid = entry.string("PayloadUUID");
    if (identifier.isEmpty() || uuid.isEmpty()) {
      return Optional.empty();
    }
    List<String> types =
        entry.dicts("PayloadContent").stream()
            .map(payload -> payload.string("PayloadType"))
            .flatMap(Optional::stream)
            .toList();
    return Optional.of(
        new InstalledProfile(
            identifier.get(), uuid.get(), entry.string("PayloadDisplayName"), types));
  }
}
