package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.checkin.CheckInReader;
import io.pomona.protocol.checkin.MalformedMessageException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * Every check-in message of the schema is made up from its macOS keys and read; then each key is
 * taken away in turn.
 */
public class CheckInConformanceTest {
  /** They name the channel, in one of several ways, and are checked together. */
  private static final Set<String> CHANNEL_KEYS =
      Set.of("UDID", "UserID", "EnrollmentID", "EnrollmentUserID");

  /** Required by the schema, but absent from messages of real Macs, or of no consequence. */
  private static final Set<String> NOT_INSISTED_ON =
      Set.of(
          "NotOnConsole",
          "AwaitingConfiguration",
          "UserShortName",
          "UserLongName",
          "OSVersion",
          "BuildVersion",
          "ProductName",
          "SerialNumber",
          "BootstrapToken",
          "DigestResponse");

  private static final Set<String> DEVICE_ONLY =
      Set.of("Authenticate", "CheckOut", "SetBootstrapToken", "GetBootstrapToken");

  @Test
  public void readsEveryMessageOfTheSchema() {
    List<AppleSchema> messages = AppleSchema.in("mdm/checkin");
    assertEquals(8, messages.size());
    messages.forEach(CheckInConformanceTest::assertConforms);
  }

  private static void assertConforms(AppleSchema message) {
    Map<String, Map<String, Object>> keys = new LinkedHashMap<>();
    message.macKeys().forEach(key -> keys.put((String) key.get("key"), key));
    PlistDict whole = whole(message.requestType(), keys);
    assertTrue(message.requestType(), accepted(whole));
    Set<String> insisted = new TreeSet<>();
    for (String key : whole.keys()) {
      if (!accepted(without(whole, key))) {
        insisted.add(key);
      }
    }
    insisted.removeAll(CHANNEL_KEYS);
    Set<String> required =
        keys.values().stream()
            .filter(AppleSchema::required)
            .map(key -> (String) key.get("key"))
            .filter(key -> !CHANNEL_KEYS.contains(key) && !NOT_INSISTED_ON.contains(key))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(message.requestType(), required, insisted);
  }

  private static PlistDict whole(String type, Map<String, Map<String, Object>> keys) {
    PlistDict.Builder whole = PlistDict.builder().put("MessageType", type).put("UDID", "U-1");
    keys.forEach(
        (name, key) -> {
          boolean userKey = name.equals("UserID") || name.equals("EnrollmentUserID");
          if (!(userKey && DEVICE_ONLY.contains(type))) {
            whole.put(name, sample(type, name, AppleSchema.type(key)));
          }
        });
    return whole.build();
  }

  private static Object sample(String type, String name, String valueType) {
    if (name.equals("MessageType")) {
      return type;
    }
    return switch (valueType) {
      case "string" -> name.equals("Topic") ? "com.apple.mgmt.External.1" : "A-1";
      case "boolean" -> true;
      case "data" -> new byte[] {1};
      case "dictionary" -> PlistDict.of();
      default -> throw new AssertionError("A type that no check-in key had: " + valueType);
    };
  }

  private static PlistDict without(PlistDict dict, String key) {
    PlistDict.Builder copy = PlistDict.builder();
    dict.asMap()
        .forEach(
            (each, value) -> {
              if (!each.equals(key)) {
                copy.put(each, value);
              }
            });
    return copy.build();
  }

  private static boolean accepted(PlistDict message) {
    try {
      CheckInReader.read(PlistWriter.write(message));
      return true;
    } catch (MalformedMessageException e) {
      return false;
    }
  }
}
