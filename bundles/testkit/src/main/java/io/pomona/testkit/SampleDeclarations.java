package io.pomona.testkit;

import io.pomona.protocol.declarative.Declaration;
import java.util.List;
import java.util.Map;

/** Declarations for tests. */
public final class SampleDeclarations {
  public static final String TEST = "com.apple.configuration.management.test";

  private SampleDeclarations() {}

  /** A configuration that does nothing but say this. */
  public static Declaration configuration(String identifier, String echo) {
    return Declaration.of(identifier, TEST, Map.of("Echo", echo));
  }

  public static Declaration activation(String identifier, String... configurations) {
    return Declaration.of(
        identifier,
        "com.apple.activation.simple",
        Map.of("StandardConfigurations", List.of(configurations)));
  }
}
