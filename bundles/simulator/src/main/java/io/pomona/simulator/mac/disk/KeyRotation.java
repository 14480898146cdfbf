package io.pomona.simulator.mac.disk;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.Fault;
import io.pomona.simulator.mac.Faults;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/** RotateFileVaultKey: who knows the old key, or the user's password, gets a new one. */
public final class KeyRotation {

  private final FileVault disk;
  private final Collection<ConfigurationProfile> installed;
  private final MacHardware mac;
  private final Faults faults;

  public KeyRotation(
      FileVault disk, Collection<ConfigurationProfile> installed, MacHardware mac, Faults faults) {
    this.disk = disk;
    this.installed = installed;
    this.mac = mac;
    this.faults = faults;
  }

  /** Some Macs keep the result for themselves: then only SecurityInfo has the new key. */
  public Answer answer(Command command) {
    Plist arguments = command.arguments();
    Optional<Answer> refusal = refusal(arguments);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<X509CertificateHolder> reader = Optional.empty();
    try {
      reader = arguments.data("ReplyEncryptionCertificate").map(Certificates::parse);
    } catch (RuntimeException e) {
      return refused(97, "'ReplyEncryptionCertificate' is not a certificate");
    }
    disk.renew(installed, mac);
    return reader
        .filter(certificate -> !faults.has(Fault.ROTATION_WITHOUT_RESULT))
        .map(certificate -> disk.wrapped(certificate, mac))
        .map(
            wrapped ->
                Answer.acknowledged("RotateResult", Map.of("EncryptedNewRecoveryKey", wrapped)))
        .orElseGet(Answer::acknowledged);
  }

  private Optional<Answer> refusal(Plist arguments) {
    String type = arguments.text("KeyType").orElse("");
    Optional<Plist> unlock = arguments.dictionary("FileVaultUnlock");
    if (type.isEmpty() || unlock.isEmpty()) {
      String missing = type.isEmpty() ? "KeyType" : "FileVaultUnlock";
      return Optional.of(
          Answer.formatError(
              ErrorItem.mdmClient(97, "No '" + missing + "' in 'RotateFileVaultKey' command")));
    } else if (!type.equals("personal")) {
      return Optional.of(refused(12, "This Mac has no " + type + " recovery key"));
    } else if (disk.recoveryKey().isEmpty()) {
      return Optional.of(refused(12, "FileVault is off, or has no personal recovery key"));
    } else if (!opens(unlock.get().text("Password").orElse(""))) {
      return Optional.of(refused(-69594, "Authentication error: the password opens nothing"));
    }
    return Optional.empty();
  }

  private boolean opens(String password) {
    boolean byKey =
        !faults.has(Fault.ROTATION_BY_PASSWORD_ONLY)
            && disk.recoveryKey().filter(password::equals).isPresent();
    return byKey || mac.userPassword().equals(password);
  }

  private static Answer refused(int code, String reason) {
    return Answer.error(ErrorItem.mdmClient(code, reason));
  }
}
