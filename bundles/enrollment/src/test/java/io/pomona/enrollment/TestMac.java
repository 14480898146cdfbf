package io.pomona.enrollment;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A Mac as far as enrollment sees it. */
class TestMac {
  final EnrollmentWorld world;
  final ChannelId channel;
  final String serial;
  String certificate = "";
  private int tokens;
  private boolean leaves;

  TestMac(EnrollmentWorld world, int number) {
    this.world = world;
    this.channel = ChannelId.device(Fixtures.udid(number));
    this.serial = Fixtures.serial(number);
  }

  /** Installs a profile from the server as far as its new identity. */
  Optional<String> scep(byte[] profile) {
    PlistDict payload =
        PlistReader.read(profile).dicts("PayloadContent").stream()
            .filter(
                each -> each.string("PayloadType").equals(Optional.of("com.apple.security.scep")))
            .findFirst()
            .orElseThrow();
    return world.pki.scep(
        payload.dict("PayloadContent").orElseThrow().string("Challenge").orElseThrow());
  }

  TestMac enroll() {
    certificate = scep(world.profiles.manual()).orElseThrow();
    send(authenticate());
    send(token());
    return this;
  }

  CheckInAnswer send(PlistDict message) {
    return world.checkIn(certificate, PlistWriter.write(message));
  }

  PlistDict message(String type) {
    return PlistDict.builder().put("MessageType", type).put("UDID", channel.device()).build();
  }

  PlistDict authenticate() {
    return message("Authenticate")
        .with("Topic", Fixtures.TOPIC)
        .with("DeviceName", "Mac of " + serial)
        .with("Model", "Mac15,6")
        .with("ModelName", "MacBook Pro")
        .with("OSVersion", "15.5")
        .with("BuildVersion", "24F74")
        .with("SerialNumber", serial);
  }

  /** With a new token each time. */
  PlistDict token() {
    return token("token-" + channel + "-" + ++tokens);
  }

  PlistDict token(String token) {
    return message("TokenUpdate")
        .with("Topic", Fixtures.TOPIC)
        .with("PushMagic", "magic-" + token)
        .with("Token", token.getBytes(StandardCharsets.UTF_8));
  }

  PlistDict userToken(String user) {
    return token("token-" + user).with("UserID", user).with("UserShortName", "jane");
  }

  PlistDict checkOut() {
    return message("CheckOut").with("Topic", Fixtures.TOPIC);
  }

  PlistDict bootstrapToken(String token) {
    return message("SetBootstrapToken")
        .with("BootstrapToken", token.getBytes(StandardCharsets.UTF_8));
  }

  PlistDict report(String status) {
    return PlistDict.builder().put("Status", status).put("UDID", channel.device()).build();
  }

  Optional<byte[]> poll(PlistDict report) {
    return world.connect(certificate, PlistWriter.write(report));
  }

  /** Polls and answers until there is nothing more to do. */
  void drain() {
    Optional<byte[]> command = poll(report("Idle"));
    while (command.isPresent()) {
      command = poll(execute(RawCommand.parse(command.get())));
    }
    world.deliverOutcomes();
    if (leaves) {
      leaves = false;
      send(checkOut());
    }
  }

  PlistDict execute(RawCommand command) {
    return switch (command.body().requestType()) {
      case "DeviceInformation" -> acknowledged(command).with("QueryResponses", details());
      case "SecurityInfo" -> acknowledged(command).with("SecurityInfo", security());
      case "InstallProfile" -> install(command);
      case "RemoveProfile" -> {
        leaves = true;
        yield acknowledged(command);
      }
      default -> acknowledged(command);
    };
  }

  PlistDict acknowledged(RawCommand command) {
    return report("Acknowledged").with("CommandUUID", command.uuid().orElseThrow());
  }

  PlistDict error(RawCommand command) {
    return report("Error").with("CommandUUID", command.uuid().orElseThrow());
  }

  /** The profile can only be the one of a renewal. */
  PlistDict install(RawCommand command) {
    Optional<String> renewed = scep(command.body().keys().data("Payload").orElseThrow());
    if (renewed.isEmpty()) {
      return error(command);
    }
    certificate = renewed.get();
    send(authenticate());
    send(token());
    return acknowledged(command);
  }

  PlistDict details() {
    return PlistDict.builder()
        .put("UDID", channel.device())
        .put("SerialNumber", serial)
        .put("DeviceName", "Renamed")
        .put("OSVersion", "15.6")
        .put("HostName", "mac.local")
        .put("DeviceCapacity", 500.0)
        .put("AvailableDeviceCapacity", 125.0)
        .build();
  }

  private static PlistDict security() {
    return PlistDict.builder().put("FDE_Enabled", true).build();
  }
}
