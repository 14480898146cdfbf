package io.pomona.itests.story;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A small configuration profile as an admin would upload it. */
public record SampleProfile(String identifier, String name, String uuid) {
  public static SampleProfile named(String name) {
    String uuid = UUID.randomUUID().toString();
    return new SampleProfile("com.example." + uuid, name + " " + uuid.substring(0, 8), uuid);
  }

  public byte[] mobileconfig() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
          <key>PayloadType</key><string>Configuration</string>
          <key>PayloadVersion</key><integer>1</integer>
          <key>PayloadIdentifier</key><string>%s</string>
          <key>PayloadUUID</key><string>%s</string>
          <key>PayloadDisplayName</key><string>%s</string>
          <key>PayloadContent</key><array><dict>
            <key>PayloadType</key><string>com.apple.screensaver</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>%s.screensaver</string>
            <key>PayloadUUID</key><string>%s</string>
            <key>idleTime</key><integer>600</integer>
          </dict></array>
        </dict></plist>
        """
        .formatted(
            identifier,
            uuid,
            name,
            identifier,
            UUID.nameUUIDFromBytes(uuid.getBytes(StandardCharsets.UTF_8)))
        .getBytes(StandardCharsets.UTF_8);
  }
}
