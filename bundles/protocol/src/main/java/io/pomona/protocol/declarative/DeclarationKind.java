package io.pomona.protocol.declarative;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a declaration is: the third word of its type. */
public enum DeclarationKind {
  ACTIVATION("Activations", "activations"),
  ASSET("Assets", "assets"),
  CONFIGURATION("Configurations", "configurations"),
  MANAGEMENT("Management", "management");

  private final String list;
  private final String reported;

  DeclarationKind(String list, String reported) {
    this.list = list;
    this.reported = reported;
  }

  /** As it stands in types and paths. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its list in the declaration items. */
  String list() {
    return list;
  }

  /** Its list in status reports. */
  String reported() {
    return reported;
  }

  public static Optional<DeclarationKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** Empty when the type is not formed as Apple forms them. */
  public static Optional<DeclarationKind> ofType(String type) {
    String[] words = type.split("\\.", -1);
    return words.length > 3 && type.startsWith("com.apple.") ? of(words[2]) : Optional.empty();
  }
}
