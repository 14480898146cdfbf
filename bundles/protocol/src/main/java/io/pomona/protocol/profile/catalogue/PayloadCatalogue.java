package io.pomona.protocol.profile.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All payloads that Apple describes, also those that only other systems take. */
public final class PayloadCatalogue {
  private static final Map<String, PayloadType> TYPES = read();

  private PayloadCatalogue() {}

  private static Map<String, PayloadType> read() {
    Map<String, PayloadType> types = new LinkedHashMap<>();
    text().lines().map(PayloadText::read).forEach(type -> types.put(type.type(), type));
    return Collections.unmodifiableMap(types);
  }

  private static String text() {
    try (InputStream file = PayloadCatalogue.class.getResourceAsStream("payloads.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By type. */
  public static Collection<PayloadType> all() {
    return TYPES.values();
  }

  /** Empty for what is none of Apple's: most often the preferences of some application. */
  public static Optional<PayloadType> find(String type) {
    return Optional.ofNullable(TYPES.get(type));
  }
}
