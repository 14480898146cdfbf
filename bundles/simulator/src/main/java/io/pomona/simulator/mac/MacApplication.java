package io.pomona.simulator.mac;

import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An application that came over MDM.
 *
 * @param managed may be listed and removed as a managed one
 */
public record MacApplication(
    String identifier, String name, String version, long size, boolean managed) {

  Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Identifier", identifier);
    values.put("Name", name);
    values.put("Version", version);
    values.put("Size", size);
    values.put("Managed", managed);
    return values;
  }

  static MacApplication restored(Plist values) {
    return new MacApplication(
        values.text("Identifier").orElseThrow(),
        values.text("Name").orElseThrow(),
        values.text("Version").orElseThrow(),
        values.number("Size", 0),
        values.flag("Managed"));
  }
}
