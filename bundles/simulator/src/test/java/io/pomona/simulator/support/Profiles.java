package io.pomona.simulator.support;

import io.pomona.simulator.crypto.Certificates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.cert.X509CertificateHolder;

/** Profiles written out by hand, so that the reader is not tested by its own writer. */
public final class Profiles {

  public static final String TOPIC = "com.apple.mgmt.External.0f5c1c2a-7b1e-4c3d-9a55-3f2b8d8a1e11";
  public static final String ENROLLMENT = "org.example.mdm.enroll";

  private Profiles() {}

  public static byte[] enrollment(String base, String challenge, X509CertificateHolder root) {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
        <key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>ENROLLMENT</string>
        <key>PayloadUUID</key><string>0B7A0F6E-8D25-4F38-A3F6-57D5C1E5D201</string>
        <key>PayloadDisplayName</key><string>Acme enrollment</string>
        <key>PayloadContent</key><array>
        <dict><key>PayloadType</key><string>com.apple.security.root</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>org.example.mdm.root</string>
        <key>PayloadUUID</key><string>0B7A0F6E-8D25-4F38-A3F6-57D5C1E5D202</string>
        <key>PayloadContent</key><data>ROOT</data></dict>
        <dict><key>PayloadType</key><string>com.apple.security.scep</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>org.example.mdm.scep</string>
        <key>PayloadUUID</key><string>0B7A0F6E-8D25-4F38-A3F6-57D5C1E5D203</string>
        <key>PayloadContent</key><dict><key>URL</key><string>BASE/scep</string><key>Name</key><string>ACME</string>
        <key>Subject</key><array><array><array><string>O</string><string>Acme</string></array></array>
        <array><array><string>CN</string><string>Identity of %HardwareUUID%</string></array></array></array>
        <key>Challenge</key><string>CHALLENGE</string><key>Keysize</key><integer>2048</integer>
        <key>Key Type</key><string>RSA</string><key>Key Usage</key><integer>5</integer></dict></dict>
        <dict><key>PayloadType</key><string>com.apple.mdm</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>org.example.mdm.mdm</string>
        <key>PayloadUUID</key><string>0B7A0F6E-8D25-4F38-A3F6-57D5C1E5D204</string>
        <key>IdentityCertificateUUID</key><string>0B7A0F6E-8D25-4F38-A3F6-57D5C1E5D203</string>
        <key>Topic</key><string>TOPIC</string><key>ServerURL</key><string>BASE/mdm</string>
        <key>SignMessage</key><true/><key>CheckOutWhenRemoved</key><true/><key>AccessRights</key><integer>8191</integer>
        <key>ServerCapabilities</key><array><string>com.apple.mdm.per-user-connections</string>
        <string>com.apple.mdm.bootstraptoken</string></array></dict>
        </array></dict></plist>
        """;
    // The certificate comes last: its Base64 may spell any of the other words.
    return text.replace("ENROLLMENT", ENROLLMENT)
        .replace("BASE", base)
        .replace("CHALLENGE", challenge)
        .replace("TOPIC", TOPIC)
        .replace("ROOT", Base64.getEncoder().encodeToString(Certificates.der(root)))
        .getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] screensaver(String identifier) {
    return """
        <plist version="1.0"><dict>
        <key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>IDENTIFIER</string>
        <key>PayloadUUID</key><string>5C8E0A61-0B0B-4C59-9E7B-5B0E5B8A0A01</string>
        <key>PayloadDisplayName</key><string>Screen saver</string>
        <key>PayloadContent</key><array><dict>
        <key>PayloadType</key><string>com.apple.screensaver</string><key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>IDENTIFIER.screensaver</string>
        <key>PayloadUUID</key><string>5C8E0A61-0B0B-4C59-9E7B-5B0E5B8A0A02</string>
        <key>idleTime</key><integer>600</integer>
        </dict></array></dict></plist>
        """
        .replace("IDENTIFIER", identifier)
        .getBytes(StandardCharsets.UTF_8);
  }
}
