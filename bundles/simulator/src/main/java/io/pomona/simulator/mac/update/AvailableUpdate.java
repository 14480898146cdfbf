package io.pomona.simulator.mac.update;

import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A macOS that Apple offers. */
public record AvailableUpdate(String productKey, String version, String build, long size) {

  private static final long SIZE = 3_400_000_000L;
  private static final int DARWIN_AHEAD = 9;

  static final AvailableUpdate NONE = new AvailableUpdate("", "", "", 0);

  /** With the product key that Apple would give it. */
  public static AvailableUpdate of(String version, String build) {
    return new AvailableUpdate("MSU_UPDATE_" + build + "_patch_" + version, version, build, SIZE);
  }

  /** For a version that nobody knows the build of. */
  static AvailableUpdate of(String version) {
    String[] parts = version.split("\\.");
    char minor = (char) ('A' + (parts.length > 1 ? Integer.parseInt(parts[1]) : 0) % 26);
    return of(version, (Integer.parseInt(parts[0]) + DARWIN_AHEAD) + "" + minor + "100");
  }

  boolean major(MacHardware mac) {
    return !version.split("\\.")[0].equals(Integer.toString(mac.majorVersion()));
  }

  Map<String, Object> listed(MacHardware mac) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("ProductKey", productKey);
    entry.put("HumanReadableName", "macOS " + version);
    entry.put("HumanReadableNameLocale", "en-US");
    entry.put("Version", version);
    entry.put("Build", build);
    entry.put("DownloadSize", size);
    entry.put("AppIdentifiersToClose", List.of());
    entry.put("IsCritical", false);
    entry.put("IsConfigDataUpdate", false);
    entry.put("IsFirmwareUpdate", false);
    entry.put("IsMajorOSUpdate", major(mac));
    entry.put("RestartRequired", true);
    entry.put("AllowsInstallLater", true);
    entry.put("RequiresBootstrapToken", mac.appleSilicon());
    entry.put("IsSecurityResponse", false);
    return entry;
  }

  Map<String, Object> saved() {
    return Map.of("ProductKey", productKey, "Version", version, "Build", build, "Size", size);
  }

  static AvailableUpdate restored(Plist values) {
    return new AvailableUpdate(
        values.text("ProductKey").orElse(""),
        values.text("Version").orElse(""),
        values.text("Build").orElse(""),
        values.number("Size", 0));
  }
}
