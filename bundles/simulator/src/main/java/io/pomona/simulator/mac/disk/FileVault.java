package io.pomona.simulator.mac.disk;

import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.wire.Plist;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * The disk of one Mac. Encryption, key and what was escrowed outlive profiles and enrollments; only
 * erasing the Mac ends them. Its Mac guards the changes.
 */
public final class FileVault {

  private volatile boolean encrypted;
  private volatile String recoveryKey = "";
  private volatile byte[] escrowed = {};
  private volatile String deviceKey = "";

  public boolean encrypted() {
    return encrypted;
  }

  /** What opens the disk; empty while it is not encrypted, or was without such a key. */
  public Optional<String> recoveryKey() {
    return Optional.of(recoveryKey).filter(key -> !key.isEmpty());
  }

  /** The envelope in /var/db/FileVaultPRK.dat. */
  public Optional<byte[]> escrowed() {
    return Optional.of(escrowed).filter(envelope -> envelope.length > 0);
  }

  /** By what name the server finds the escrowed key. */
  public String deviceKey() {
    return deviceKey;
  }

  /** With a new recovery key, escrowed where a payload asks for it. */
  public void encrypt(Collection<ConfigurationProfile> installed, MacHardware mac) {
    encrypted = true;
    renew(installed, mac);
  }

  /** Asked not to make a recovery key. */
  public void encryptWithoutKey() {
    encrypted = true;
  }

  /** Somebody else did it: the key is known to them, and to nobody by escrow. */
  public void encryptElsewhere() {
    encrypted = true;
    recoveryKey = RecoveryKey.fresh();
    escrowed = new byte[0];
  }

  /** The same, escrowed for the owner of this certificate. */
  public void encryptElsewhere(X509CertificateHolder foreign, MacHardware mac) {
    encryptElsewhere();
    escrowed = KeyEnvelope.of(recoveryKey, foreign, mac);
    deviceKey = mac.serial();
  }

  /** Another recovery key; without an escrow payload the old envelope would say nothing true. */
  public void renew(Collection<ConfigurationProfile> installed, MacHardware mac) {
    recoveryKey = RecoveryKey.fresh();
    Optional<EscrowPayload> escrow = EscrowPayload.installed(installed);
    escrowed =
        escrow
            .map(payload -> KeyEnvelope.of(recoveryKey, payload.certificate(), mac))
            .orElseGet(() -> new byte[0]);
    deviceKey =
        escrow.map(EscrowPayload::deviceKey).filter(it -> !it.isEmpty()).orElse(mac.serial());
  }

  /** The present key for whoever asked for it in a command. */
  public byte[] wrapped(X509CertificateHolder reader, MacHardware mac) {
    return KeyEnvelope.of(recoveryKey, reader, mac);
  }

  /** As it left the factory. */
  public void erase() {
    encrypted = false;
    recoveryKey = "";
    escrowed = new byte[0];
    deviceKey = "";
  }

  public Map<String, Object> saved() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Encrypted", encrypted);
    values.put("RecoveryKey", recoveryKey);
    values.put("Escrowed", escrowed);
    values.put("DeviceKey", deviceKey);
    return values;
  }

  public void restore(Plist values) {
    encrypted = values.flag("Encrypted");
    recoveryKey = values.text("RecoveryKey").orElse("");
    escrowed = values.data("Escrowed").orElse(new byte[0]);
    deviceKey = values.text("DeviceKey").orElse("");
  }
}
