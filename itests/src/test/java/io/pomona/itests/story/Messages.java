package io.pomona.itests.story;

import io.pomona.simulator.mac.Channel;
import io.pomona.simulator.mac.PushAddress;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Macs send, in words of our own, so that stories can bend it. */
final class Messages {
  private Messages() {}

  static byte[] idle(VirtualMac mac) {
    return report(mac, "Idle", Map.of());
  }

  static byte[] report(VirtualMac mac, String status, Map<String, ?> more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("UDID", mac.hardware().udid());
    values.put("Status", status);
    values.putAll(more);
    return Plist.of(values).xml();
  }

  static byte[] authenticate(VirtualMac mac) {
    return checkIn(
        mac,
        "Authenticate",
        Map.of(
            "Topic", topic(mac),
            "DeviceName", mac.hardware().name(),
            "Model", mac.hardware().model(),
            "ModelName", mac.hardware().modelName(),
            "SerialNumber", mac.hardware().serial()));
  }

  static byte[] tokenUpdate(VirtualMac mac) {
    PushAddress address = mac.push(Channel.DEVICE).orElseThrow();
    return checkIn(
        mac,
        "TokenUpdate",
        Map.of(
            "Topic", topic(mac),
            "PushMagic", address.magic(),
            "Token", new byte[] {6, 6, 6}));
  }

  static byte[] checkOut(VirtualMac mac) {
    return checkIn(mac, "CheckOut", Map.of("Topic", topic(mac)));
  }

  static byte[] setBootstrapToken(VirtualMac mac) {
    return checkIn(mac, "SetBootstrapToken", Map.of("BootstrapToken", new byte[] {6, 6, 6}));
  }

  static byte[] getBootstrapToken(VirtualMac mac) {
    return checkIn(mac, "GetBootstrapToken", Map.of());
  }

  static byte[] checkIn(VirtualMac mac, String type, Map<String, ?> more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("MessageType", type);
    values.put("UDID", mac.hardware().udid());
    values.putAll(more);
    return Plist.of(values).xml();
  }

  private static String topic(VirtualMac mac) {
    return mac.mdm().orElseThrow().topic();
  }
}
