package io.pomona.protocol.inventory;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;
import java.util.Optional;

/**
 * An update that a Mac could install.
 *
 * @param values an element of the answer to AvailableOSUpdates
 */
public record AvailableOsUpdate(PlistDict values) {
  public static final String KEY = "AvailableOSUpdates";

  /**
   * Those of the report that name a product; empty where the answer has no list at all.
   *
   * @param report the whole report of the Mac
   */
  public static List<AvailableOsUpdate> read(PlistDict report) {
    return report.dicts(KEY).stream()
        .filter(each -> each.string("ProductKey").isPresent())
        .map(AvailableOsUpdate::new)
        .toList();
  }

  public String productKey() {
    return values.string("ProductKey").orElse("");
  }

  public Optional<String> name() {
    return values.string("HumanReadableName");
  }

  public Optional<String> version() {
    return values.string("Version");
  }

  public Optional<String> build() {
    return values.string("Build");
  }

  /** In bytes. */
  public Optional<Long> downloadSize() {
    return values.integer("DownloadSize");
  }

  public boolean isMajor() {
    return flag("IsMajorOSUpdate");
  }

  public boolean isCritical() {
    return flag("IsCritical");
  }

  public boolean isRestartRequired() {
    return flag("RestartRequired");
  }

  /** Whether a user may put it off. */
  public boolean isDeferrable() {
    return flag("AllowsInstallLater");
  }

  public boolean needsBootstrapToken() {
    return flag("RequiresBootstrapToken");
  }

  private boolean flag(String key) {
    return values.bool(key).orElse(false);
  }
}
