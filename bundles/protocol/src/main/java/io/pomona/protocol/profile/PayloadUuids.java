package io.pomona.protocol.profile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Payload UUIDs that follow from the payload's identifier, so that a profile written twice is the
 * same profile.
 */
public final class PayloadUuids {
  private static final String NAMESPACE = "io.pomona.profile:";

  private PayloadUuids() {}

  /** Upper-case, as Apple writes them; always the same for the same identifier. */
  public static String of(String payloadIdentifier) {
    byte[] name = (NAMESPACE + payloadIdentifier).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT);
  }
}
