package io.pomona.commands;

import io.pomona.protocol.command.CommandBody;
import io.pomona.protocol.digest.Sha256;
import java.util.HexFormat;
import java.util.Set;

/**
 * Commands that only ask: of two that ask the same while the Mac is away the newer one is enough.
 */
final class Question {
  private static final Set<String> ASKING =
      Set.of(
          "AvailableOSUpdates",
          "CertificateList",
          "DeviceInformation",
          "InstalledApplicationList",
          "ManagedApplicationList",
          "OSUpdateStatus",
          "ProfileList",
          "ProvisioningProfileList",
          "SecurityInfo",
          "UserList");

  private Question() {}

  /** The same for the same question, empty text for what does more than ask. */
  static String topic(CommandBody body) {
    return ASKING.contains(body.requestType())
        ? body.requestType() + " " + hash(body.encode("same"))
        : "";
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
  }
}
