package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.profile.EnrollmentProfile;
import io.pomona.protocol.profile.MdmConnection;
import io.pomona.protocol.profile.ScepIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.Test;

/** The profile that enrolls a Mac, key by key. */
public class ProfileConformanceTest {
  private static final Set<String> COMMON =
      Set.of(
          "PayloadType",
          "PayloadVersion",
          "PayloadIdentifier",
          "PayloadUUID",
          "PayloadDisplayName",
          "PayloadOrganization");

  private static final PlistDict PROFILE =
      new EnrollmentProfile(
              "org.example.mdm",
              "Acme",
              "Acme enrollment",
              new ScepIdentity(
                  "https://mdm.example/scep", "acme", "Mac", "c", Optional.of(new byte[20])),
              MdmConnection.of("com.apple.mgmt.External.1", "https://mdm.example/mdm")
                  .withCheckInUrl("https://mdm.example/checkin"),
              List.of(new byte[] {1}))
          .toPlist();

  @Test
  public void writesKeysOfTheSchemaWithTheirTypes() {
    List<AppleSchema> schemas = AppleSchema.in("mdm/profiles");
    for (PlistDict payload : PROFILE.dicts("PayloadContent")) {
      String type = payload.string("PayloadType").get();
      AppleSchema schema =
          schemas.stream().filter(each -> type.equals(each.payloadType())).findFirst().get();
      assertConforms(type, payload, byName(schema.macKeys()));
    }
  }

  @Test
  public void hasTheCommonKeysEverywhere() {
    for (PlistDict payload : PROFILE.dicts("PayloadContent")) {
      assertTrue(payload.keys().containsAll(Set.of("PayloadVersion", "PayloadUUID")));
    }
    assertEquals(Optional.of(1L), PROFILE.integer("PayloadVersion"));
  }

  private static void assertConforms(
      String where, PlistDict dict, Map<String, Map<String, Object>> keys) {
    dict.asMap()
        .forEach(
            (name, value) -> {
              if (COMMON.contains(name)) {
                return;
              }
              assertTrue(where + " has no key " + name, keys.containsKey(name));
              assertEquals(name, AppleSchema.type(keys.get(name)), type(value));
              if (value instanceof PlistDict inner) {
                assertConforms(name, inner, byName(AppleSchema.keys(keys.get(name), "subkeys")));
              }
            });
    keys.values().stream()
        .filter(AppleSchema::required)
        .forEach(key -> assertTrue(where + " lacks " + key.get("key"), dict.has(name(key))));
  }

  private static Map<String, Map<String, Object>> byName(List<Map<String, Object>> keys) {
    return keys.stream()
        .collect(Collectors.toMap(ProfileConformanceTest::name, Function.identity()));
  }

  private static String name(Map<String, Object> key) {
    return (String) key.get("key");
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Long) {
      return "integer";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof byte[]) {
      return "data";
    }
    return value instanceof PlistDict ? "dictionary" : "array";
  }
}
