package io.pomona.escrow.filevault;

import io.pomona.protocol.digest.Sha256;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistWriter;
import io.pomona.protocol.profile.PayloadUuids;
import java.util.List;

/**
 * The profile that makes a Mac encrypt its disk and its recovery key for us: four payloads, of
 * which macOS wants all in one profile. What is the same has the same bytes; what is not has other
 * payload UUIDs, so that the Mac's list of profiles tells them apart.
 *
 * @param organization shown to the person who has forgotten the password
 * @param certificate X.509 in DER
 * @param inSetup whether Setup Assistant is to ask, macOS 14 and later
 */
record FileVaultPayloads(String organization, byte[] certificate, boolean inSetup) {
  static final String IDENTIFIER = "io.pomona.filevault";
  static final String NAME = "Disk encryption";

  private static final String CERTIFICATE = IDENTIFIER + ".certificate";

  // Asked at log-out, which may be put off; put off once at the next login, then it must be.
  private static final int BYPASSES = 1;

  // With the question in Setup Assistant the one at login must be off, or the Mac asks twice.
  private static final int NEVER_AT_LOGIN = -1;

  /** The whole profile, unsigned; the UUIDs follow from the rest of it. */
  byte[] encode() {
    return PlistWriter.write(toPlist(version()));
  }

  String payloadUuid() {
    return uuid(IDENTIFIER, version());
  }

  private String version() {
    return Sha256.hex(PlistWriter.write(toPlist("")));
  }

  private static String uuid(String identifier, String version) {
    return PayloadUuids.of(identifier + ":" + version);
  }

  private PlistDict toPlist(String version) {
    return head("Configuration", IDENTIFIER, NAME, version)
        .with("PayloadOrganization", organization)
        .with("PayloadScope", "System")
        .with(
            "PayloadContent",
            List.of(fileVault(version), escrow(version), certificate(version), options(version)));
  }

  private PlistDict fileVault(String version) {
    PlistDict payload =
        head("com.apple.MCX.FileVault2", IDENTIFIER + ".enable", "FileVault", version)
            .with("Enable", "On")
            .with("Defer", true)
            .with("DeferDontAskAtUserLogout", false)
            .with("DeferForceAtUserLoginMaxBypassAttempts", inSetup ? NEVER_AT_LOGIN : BYPASSES)
            .with("UseRecoveryKey", true)
            .with("ShowRecoveryKey", false);
    return inSetup ? payload.with("ForceEnableInSetupAssistant", true) : payload;
  }

  private PlistDict escrow(String version) {
    return head(
            "com.apple.security.FDERecoveryKeyEscrow",
            IDENTIFIER + ".escrow",
            "Recovery key escrow",
            version)
        .with("Location", "The recovery key is kept by " + organization + ".")
        .with("EncryptCertPayloadUUID", uuid(CERTIFICATE, version));
  }

  private PlistDict certificate(String version) {
    return head("com.apple.security.pkcs1", CERTIFICATE, "Escrow certificate", version)
        .with("PayloadCertificateFileName", "escrow.cer")
        .with("PayloadContent", certificate);
  }

  private static PlistDict options(String version) {
    return head("com.apple.MCX", IDENTIFIER + ".options", "FileVault stays on", version)
        .with("dontAllowFDEDisable", true)
        .with("dontAllowFDEEnable", false);
  }

  private static PlistDict head(String type, String identifier, String name, String version) {
    return PlistDict.builder()
        .put("PayloadType", type)
        .put("PayloadVersion", 1)
        .put("PayloadIdentifier", identifier)
        .put("PayloadUUID", uuid(identifier, version))
        .put("PayloadDisplayName", name)
        .build();
  }
}
