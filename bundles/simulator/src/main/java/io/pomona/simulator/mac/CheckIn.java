package io.pomona.simulator.mac;

import io.pomona.simulator.wire.Plist;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The check-in messages as macOS words them. */
final class CheckIn {

  private final MacHardware hardware;

  CheckIn(MacHardware hardware) {
    this.hardware = hardware;
  }

  Plist authenticate(String topic) {
    Map<String, Object> message = message("Authenticate");
    message.put("Topic", topic);
    message.put("BuildVersion", hardware.build());
    message.put("Challenge", "apple".getBytes(StandardCharsets.US_ASCII));
    message.put("DeviceName", hardware.name());
    message.put("Model", hardware.model());
    message.put("ModelName", hardware.modelName());
    message.put("OSVersion", hardware.osVersion());
    message.put("ProductName", hardware.model());
    message.put("SerialNumber", hardware.serial());
    return Plist.of(message);
  }

  Plist tokenUpdate(String topic, PushAddress address, boolean awaiting) {
    Map<String, Object> message = message("TokenUpdate");
    message.put("AwaitingConfiguration", awaiting);
    message.put("Topic", topic);
    message.put("PushMagic", address.magic());
    message.put("Token", address.token());
    return Plist.of(message);
  }

  Plist userTokenUpdate(String topic, PushAddress address) {
    Map<String, Object> message = message("TokenUpdate");
    message.put("NotOnConsole", false);
    message.put("Topic", topic);
    message.put("PushMagic", address.magic());
    message.put("Token", address.token());
    message.putAll(userKeys());
    return Plist.of(message);
  }

  Plist checkOut(String topic) {
    Map<String, Object> message = message("CheckOut");
    message.put("Topic", topic);
    return Plist.of(message);
  }

  Plist setBootstrapToken(byte[] token) {
    Map<String, Object> message = message("SetBootstrapToken");
    message.put("AwaitingConfiguration", false);
    message.put("BootstrapToken", token);
    return Plist.of(message);
  }

  Plist getBootstrapToken() {
    Map<String, Object> message = message("GetBootstrapToken");
    message.put("AwaitingConfiguration", false);
    return Plist.of(message);
  }

  /** Empty data: the message has none. */
  Plist declarativeManagement(String endpoint, byte[] data) {
    Map<String, Object> message = message("DeclarativeManagement");
    message.put("Endpoint", endpoint);
    if (data.length > 0) {
      message.put("Data", data);
    }
    return Plist.of(message);
  }

  Map<String, Object> userKeys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("UserID", hardware.userId());
    keys.put("UserShortName", hardware.userShortName());
    keys.put("UserLongName", hardware.userLongName());
    return keys;
  }

  private Map<String, Object> message(String type) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("MessageType", type);
    message.put("UDID", hardware.udid());
    return message;
  }
}
