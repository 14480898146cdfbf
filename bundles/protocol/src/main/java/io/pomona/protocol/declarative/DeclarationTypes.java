package io.pomona.protocol.declarative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All types of declarations that Apple describes, also those that only other systems take. */
public final class DeclarationTypes {
  public static final String ACTIVATION = "com.apple.activation.simple";
  public static final String STATUS_SUBSCRIPTIONS =
      "com.apple.configuration.management.status-subscriptions";
  public static final String UPDATE_ENFORCEMENT =
      "com.apple.configuration.softwareupdate.enforcement.specific";

  private static final Map<String, DeclarationType> TYPES = read();

  private DeclarationTypes() {}

  private static Map<String, DeclarationType> read() {
    Map<String, DeclarationType> types = new LinkedHashMap<>();
    text().lines().map(DeclarationType::read).forEach(type -> types.put(type.type(), type));
    return Collections.unmodifiableMap(types);
  }

  private static String text() {
    try (InputStream file = DeclarationTypes.class.getResourceAsStream("declarations.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By type. */
  public static Collection<DeclarationType> all() {
    return TYPES.values();
  }

  /** Empty for what Apple has added since. */
  public static Optional<DeclarationType> find(String type) {
    return Optional.ofNullable(TYPES.get(type));
  }
}
