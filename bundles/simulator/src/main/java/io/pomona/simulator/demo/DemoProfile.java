package io.pomona.simulator.demo;

import io.pomona.simulator.wire.Plist;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A profile of one settings area, such as an admin makes. */
record DemoProfile(String team, String name, String type, Map<String, Object> settings) {

  static List<DemoProfile> all() {
    return List.of(
        new DemoProfile(
            "Engineering",
            "Firewall on",
            "com.apple.security.firewall",
            Map.of("EnableFirewall", true, "EnableStealthMode", true)),
        new DemoProfile(
            "Engineering",
            "Lock the screen after ten minutes",
            "com.apple.screensaver",
            Map.of("askForPassword", true, "askForPasswordDelay", 0L, "idleTime", 600L)),
        new DemoProfile(
            "Design",
            "Dock at the left",
            "com.apple.dock",
            Map.of("orientation", "left", "autohide", true)),
        new DemoProfile(
            "Sales",
            "Passcode of eight characters",
            "com.apple.mobiledevice.passwordpolicy",
            Map.of("forcePIN", true, "minLength", 8L)),
        new DemoProfile(
            DemoAbm.TEAM,
            "Notice at the login window",
            "com.apple.loginwindow",
            Map.of(
                "LoginwindowText", "This Mac belongs to the Orchard. Found it? Call 555 0100.")));
  }

  byte[] mobileconfig() {
    String identifier = "com.example.demo." + type.substring(type.lastIndexOf('.') + 1);
    Map<String, Object> payload = new LinkedHashMap<>(settings);
    describe(payload, type, identifier + ".settings");
    Map<String, Object> profile = new LinkedHashMap<>();
    describe(profile, "Configuration", identifier);
    profile.put("PayloadContent", List.of(payload));
    return Plist.of(profile).xml();
  }

  private void describe(Map<String, Object> payload, String payloadType, String identifier) {
    payload.put("PayloadType", payloadType);
    payload.put("PayloadVersion", 1L);
    payload.put("PayloadIdentifier", identifier);
    byte[] seed = (team + identifier).getBytes(StandardCharsets.UTF_8);
    payload.put("PayloadUUID", UUID.nameUUIDFromBytes(seed).toString());
    payload.put("PayloadDisplayName", name);
  }
}
