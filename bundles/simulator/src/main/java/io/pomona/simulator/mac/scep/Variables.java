package io.pomona.simulator.mac.scep;

import java.util.Map;

/** The %Name% placeholders that macOS fills in on the Mac itself. */
public record Variables(Map<String, String> values) {

  String expand(String text) {
    String expanded = text;
    for (Map.Entry<String, String> entry : values.entrySet()) {
      expanded = expanded.replace("%" + entry.getKey() + "%", entry.getValue());
    }
    return expanded;
  }
}
