package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies of the connect requests of one channel. */
final class Wording {

  static final String IDLE = "Idle";

  private final MacHardware hardware;
  private final Channel channel;

  Wording(MacHardware hardware, Channel channel) {
    this.hardware = hardware;
    this.channel = channel;
  }

  byte[] idle() {
    return Plist.of(message(IDLE)).xml();
  }

  byte[] answer(Command command, Answer answer) {
    return answer(command.uuid(), command.requestType(), answer);
  }

  byte[] answer(String uuid, String requestType, Answer answer) {
    Map<String, Object> message = message(answer.status());
    message.put("CommandUUID", uuid);
    message.put("RequestType", requestType);
    message.putAll(answer.keys());
    return Plist.of(message).xml();
  }

  private Map<String, Object> message(String status) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("Status", status);
    message.put("UDID", hardware.udid());
    if (channel == Channel.USER) {
      message.put("NotOnConsole", false);
      message.putAll(new CheckIn(hardware).userKeys());
    }
    return message;
  }
}
