package io.pomona.protocol.schema;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.command.Commands;
import io.pomona.protocol.command.MacCommandType;
import io.pomona.protocol.command.MacCommandTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.Test;

/** Our catalogue of commands against Apple's. */
public class CommandConformanceTest {
  /**
   * Marked for macOS in the schema, but of no use on one: they need hardware or modes of others.
   */
  private static final Set<String> LEFT_OUT = Set.of();

  @Test
  public void knowsExactlyTheCommandsOfMacs() {
    Map<String, MacCommandType> apple = new TreeMap<>();
    AppleSchema.in("mdm/commands")
        .forEach(
            command ->
                command
                    .mac()
                    .filter(mac -> !LEFT_OUT.contains(command.requestType()))
                    .ifPresent(
                        mac -> apple.put(command.requestType(), type(command.requestType(), mac))));
    Map<String, MacCommandType> ours =
        MacCommandTypes.all().stream()
            .collect(
                Collectors.toMap(
                    MacCommandType::requestType, Function.identity(), (a, b) -> a, TreeMap::new));
    assertEquals(apple, ours);
  }

  private static MacCommandType type(String requestType, Map<String, Object> mac) {
    return new MacCommandType(
        requestType,
        String.valueOf(mac.get("introduced")),
        Boolean.TRUE.equals(mac.get("devicechannel")),
        Boolean.TRUE.equals(mac.get("userchannel")),
        Boolean.TRUE.equals(mac.get("supervised")),
        Boolean.TRUE.equals(mac.get("requiresdep")));
  }

  @Test
  public void asksOnlyForWhatMacsAnswer() {
    Map<String, Object> item =
        AppleSchema.keys(keys("DeviceInformation").get("Queries"), "subkeys").get(0);
    Set<String> known =
        AppleSchema.keys(item, "subkeys").stream()
            .filter(AppleSchema::onMac)
            .map(key -> (String) key.get("key"))
            .collect(Collectors.toSet());
    assertTrue(known.containsAll(Commands.DEVICE_INFORMATION_QUERIES));
    known.removeAll(Commands.DEVICE_INFORMATION_QUERIES);
    assertEquals(Set.of("PushToken", "DevicePropertiesAttestation"), known);
  }

  @Test
  public void writesKeysThatTheCommandsHave() {
    for (CommandBody body :
        List.of(
            Commands.installProfile(new byte[0]),
            Commands.removeProfile("x"),
            Commands.profileList(true),
            Commands.deviceInformation(List.of()),
            Commands.securityInfo(),
            Commands.certificateList(true),
            Commands.installedApplicationList())) {
      Map<String, Map<String, Object>> keys = keys(body.requestType());
      assertTrue(body.toString(), keys.keySet().containsAll(body.keys().keys()));
      keys.values().stream()
          .filter(AppleSchema::required)
          .forEach(key -> assertTrue(body.toString(), body.keys().has((String) key.get("key"))));
    }
  }

  private static Map<String, Map<String, Object>> keys(String requestType) {
    return AppleSchema.in("mdm/commands").stream()
        .filter(command -> command.requestType().equals(requestType))
        .flatMap(command -> command.macKeys().stream())
        .collect(Collectors.toMap(key -> (String) key.get("key"), Function.identity()));
  }
}
