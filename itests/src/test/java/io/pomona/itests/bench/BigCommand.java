package io.pomona.itests.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** An InstallProfile whose profile has 20,000 bytes. */
final class BigCommand {
  private static final int PROFILE = 20_000;
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      """;

  private BigCommand() {}

  static byte[] of(String uuid) {
    String text =
        HEAD
            + """
            <plist version="1.0"><dict>
            <key>Command</key><dict>
            <key>RequestType</key><string>InstallProfile</string>
            <key>Payload</key><data>%s</data>
            </dict>
            <key>CommandUUID</key><string>%s</string>
            </dict></plist>
            """
                .formatted(Base64.getEncoder().encodeToString(profile(uuid)), uuid);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] profile(String uuid) {
    String start =
        HEAD
            + """
            <plist version="1.0"><dict>
            <key>PayloadContent</key><array/>
            <key>PayloadType</key><string>Configuration</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>com.example.bench</string>
            <key>PayloadUUID</key><string>%s</string>
            <key>PayloadDescription</key><string>"""
                .formatted(uuid);
    String end = "</string></dict></plist>";
    StringBuilder text = new StringBuilder(start);
    Random random = new Random(uuid.hashCode());
    while (text.length() < PROFILE - end.length()) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.append(end).toString().getBytes(StandardCharsets.UTF_8);
  }
}
