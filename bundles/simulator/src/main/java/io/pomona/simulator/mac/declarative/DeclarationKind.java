package io.pomona.simulator.mac.declarative;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four kinds, in the order of a manifest. */
enum DeclarationKind {
  ACTIVATION("Activations", "activations"),
  ASSET("Assets", "assets"),
  CONFIGURATION("Configurations", "configurations"),
  MANAGEMENT("Management", "management");

  private final String manifest;
  private final String status;

  DeclarationKind(String manifest, String status) {
    this.manifest = manifest;
    this.status = status;
  }

  /** Its list in declaration-items. */
  String manifest() {
    return manifest;
  }

  /** Its list in management.declarations, and among the capabilities. */
  String status() {
    return status;
  }

  /** Its place in the path of a declaration. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the third word of a type. */
  static Optional<DeclarationKind> ofType(String type) {
    String[] words = type.split("\\.");
    return words.length < 4
        ? Optional.empty()
        : Arrays.stream(values()).filter(kind -> kind.path().equals(words[2])).findFirst();
  }
}
