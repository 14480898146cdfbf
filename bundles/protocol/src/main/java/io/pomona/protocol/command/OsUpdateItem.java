package io.pomona.protocol.command;

import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * An element of the {@code Updates} of ScheduleOSUpdate.
 *
 * @param productKey as AvailableOSUpdates names it; with it or with the version
 * @param productVersion from macOS 12 on
 * @param maxUserDeferrals with {@link OsUpdateAction#INSTALL_LATER} only
 * @param priority {@code Low} or {@code High}
 */
public record OsUpdateItem(
    Optional<String> productKey,
    Optional<String> productVersion,
    OsUpdateAction installAction,
    Optional<Integer> maxUserDeferrals,
    Optional<String> priority) {

  PlistDict dict() {
    PlistDict.Builder dict = PlistDict.builder();
    productKey.ifPresent(value -> dict.put("ProductKey", value));
    productVersion.ifPresent(value -> dict.put("ProductVersion", value));
    dict.put("InstallAction", installAction.label());
    maxUserDeferrals.ifPresent(value -> dict.put("MaxUserDeferrals", value));
    priority.ifPresent(value -> dict.put("Priority", value));
    return dict.build();
  }
}
