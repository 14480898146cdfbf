package io.pomona.testkit;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Configuration profiles of our own, unsigned. */
public final class SampleProfiles {
  private SampleProfiles() {}

  /** A harmless screen saver setting; the PayloadUUID follows from all arguments. */
  public static byte[] screenSaver(String identifier, String name, int idleTime) {
    return profile(
        identifier,
        name,
        uuid(identifier + name + idleTime),
        PlistDict.builder()
            .put("PayloadType", "com.apple.screensaver")
            .put("idleTime", idleTime)
            .build());
  }

  /** A profile with these payloads; their common keys are added. */
  public static byte[] profile(
      String identifier, String name, String payloadUuid, PlistDict... payloads) {
    List<PlistDict> content =
        java.util.stream.IntStream.range(0, payloads.length)
            .mapToObj(i -> complete(payloads[i], identifier + ".payload" + (i + 1)))
            .toList();
    return PlistWriter.write(
        PlistDict.builder()
            .put("PayloadType", "Configuration")
            .put("PayloadVersion", 1)
            .put("PayloadIdentifier", identifier)
            .put("PayloadUUID", payloadUuid)
            .put("PayloadDisplayName", name)
            .put("PayloadContent", content)
            .build());
  }

  /** One entry of a ProfileList answer. */
  public static PlistDict listed(String identifier, String payloadUuid) {
    return PlistDict.builder()
        .put("PayloadIdentifier", identifier)
        .put("PayloadUUID", payloadUuid)
        .put("PayloadDisplayName", identifier)
        .put("IsManaged", true)
        .build();
  }

  /** A UUID in Apple's spelling that follows from a text. */
  public static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  private static PlistDict complete(PlistDict payload, String identifier) {
    return payload
        .with("PayloadVersion", 1)
        .with("PayloadIdentifier", identifier)
        .with("PayloadUUID", uuid(identifier));
  }
}
