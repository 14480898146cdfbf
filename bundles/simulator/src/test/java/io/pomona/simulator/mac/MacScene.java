package io.pomona.simulator.mac;

import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.SettableClock;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One enrolled Mac and its server. */
final class MacScene {

  static final Supervision IN_SETUP = new Supervision(true, true, true, false);

  final FakeMdm server = new FakeMdm();
  final SettableClock clock = new SettableClock();
  final VirtualMac mac;

  MacScene() throws Exception {
    this("15.1", Supervision.none());
  }

  MacScene(String osVersion, Supervision supervision) throws Exception {
    this(MacHardware.seeded(1).updated(osVersion, "1A1"), supervision);
  }

  MacScene(MacHardware hardware, Supervision supervision) throws Exception {
    mac = VirtualMac.inMemory(hardware, setup());
    mac.enroll(enrollment(), supervision);
  }

  MacSetup setup() {
    return MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()).with(clock);
  }

  byte[] enrollment() {
    return Profiles.enrollment(
        "https://mdm.example", "c", server.scep.authority.identity().certificate());
  }

  /** What the Mac answered to this. */
  Plist answer(String requestType, Object... arguments) {
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("RequestType", requestType);
    for (int i = 0; i < arguments.length; i += 2) {
      command.put((String) arguments[i], arguments[i + 1]);
    }
    String uuid = server.enqueue(mac.hardware().udid(), command);
    mac.poll();
    return server.heard.stream()
        .map(FakeMdm.Heard::message)
        .filter(message -> message.text("CommandUUID").filter(uuid::equals).isPresent())
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  String status(String requestType, Object... arguments) {
    return answer(requestType, arguments).text("Status").orElseThrow();
  }

  String install(byte[] profile) {
    return status("InstallProfile", "Payload", profile);
  }

  Plist securityInfo() {
    return answer("SecurityInfo").dictionary("SecurityInfo").orElseThrow();
  }

  Object deviceInformation(String query) {
    return answer("DeviceInformation", "Queries", List.of(query))
        .dictionary("QueryResponses")
        .orElseThrow()
        .values()
        .get(query);
  }
}
