package io.pomona.simulator.mac.declarative;

import io.pomona.simulator.mac.MacHardware;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The declarations and status items of macOS on the device channel, by the version they came. */
final class SupportedTypes {

  static final String ACTIVATION = "com.apple.activation.simple";
  static final String SUBSCRIPTIONS = "com.apple.configuration.management.status-subscriptions";
  static final String ENFORCEMENT = "com.apple.configuration.softwareupdate.enforcement.specific";

  private static final Map<Integer, List<String>> DECLARATIONS =
      new TreeMap<>(
          Map.of(
              13,
              List.of(
                  ACTIVATION,
                  "com.apple.asset.credential.userpassword",
                  "com.apple.asset.useridentity",
                  "com.apple.configuration.legacy",
                  "com.apple.configuration.legacy.interactive",
                  SUBSCRIPTIONS,
                  "com.apple.configuration.management.test",
                  "com.apple.configuration.passcode.settings",
                  "com.apple.management.organization-info",
                  "com.apple.management.properties",
                  "com.apple.management.server-capabilities"),
              14,
              List.of(
                  "com.apple.asset.credential.acme",
                  "com.apple.asset.credential.certificate",
                  "com.apple.asset.credential.identity",
                  "com.apple.asset.credential.scep",
                  "com.apple.asset.data",
                  "com.apple.configuration.screensharing.connection",
                  "com.apple.configuration.screensharing.connection.group",
                  "com.apple.configuration.screensharing.host.settings",
                  "com.apple.configuration.security.certificate",
                  "com.apple.configuration.security.identity",
                  "com.apple.configuration.services.configuration-files",
                  ENFORCEMENT),
              15,
              List.of(
                  "com.apple.configuration.diskmanagement.settings",
                  "com.apple.configuration.services.background-tasks",
                  "com.apple.configuration.softwareupdate.settings")));

  private static final Map<Integer, List<String>> STATUS_ITEMS =
      new TreeMap<>(
          Map.of(
              13,
              List.of(
                  "device.identifier.serial-number",
                  "device.identifier.udid",
                  "device.model.family",
                  "device.model.identifier",
                  "device.model.marketing-name",
                  "device.operating-system.build-version",
                  "device.operating-system.family",
                  "device.operating-system.marketing-name",
                  "device.operating-system.version",
                  "management.client-capabilities",
                  "management.declarations"),
              14,
              List.of(
                  "diskmanagement.filevault.enabled",
                  "softwareupdate.failure-reason",
                  "softwareupdate.install-reason",
                  "softwareupdate.install-state",
                  "softwareupdate.pending-version"),
              15,
              List.of("softwareupdate.device-id")));

  private SupportedTypes() {}

  static List<String> declarations(MacHardware mac) {
    return upTo(mac, DECLARATIONS);
  }

  static List<String> statusItems(MacHardware mac) {
    return upTo(mac, STATUS_ITEMS);
  }

  private static List<String> upTo(MacHardware mac, Map<Integer, List<String>> table) {
    return table.entrySet().stream()
        .filter(entry -> entry.getKey() <= mac.majorVersion())
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }
}
