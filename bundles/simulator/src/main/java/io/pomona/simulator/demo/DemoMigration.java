package io.pomona.simulator.demo;

import io.pomona.simulator.mac.MacHardware;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A team that is moving over from another MDM: some are here, some wait in ABM for their users. */
final class DemoMigration {
  /** Its disks are encrypted, so that there is a key for each in the end. */
  static final String TEAM = "Design";

  private static final String COLUMNS =
      "serial_number,old_mdm,enrollment,left_old_mdm,user_told,user_is_admin\n";
  private static final String OLD_MDM = "MDM of the parent company";

  private final DemoCalls calls;

  DemoMigration(DemoCalls calls) {
    this.calls = calls;
  }

  /**
   * @param here they are enrolled by hand
   * @param waiting they are assigned in ABM and not enrolled; every other user was told
   */
  void begin(List<MacHardware> here, List<MacHardware> waiting) throws IOException {
    StringBuilder lines = new StringBuilder(COLUMNS);
    here.forEach(mac -> lines.append(line(mac, "manual", "yes", "yes", "yes")));
    for (int i = 0; i < waiting.size(); i++) {
      lines.append(line(waiting.get(i), "automatic", "", i % 2 == 0 ? "yes" : "no", ""));
    }
    byte[] file = lines.toString().getBytes(StandardCharsets.UTF_8);
    calls.form(
        "Putting Macs on the migration board",
        "migration/import",
        new DemoCalls.Part("macs", "macs.csv", "text/csv", file));
  }

  private static String line(MacHardware mac, String... cells) {
    return mac.serial() + "," + OLD_MDM + "," + String.join(",", cells) + "\n";
  }
}
