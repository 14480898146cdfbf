package io.pomona.pki;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.pki.SecretVault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Seals as: version (1 byte), id of the master key (8), nonce (12), ciphertext, tag (16). Version,
 * id and purpose are authenticated with it.
 */
@Component(configurationPid = PkiConfig.PID)
@Designate(ocd = PkiConfig.class)
public final class MasterKeyVault implements SecretVault {
  private static final byte VERSION = 1;
  private static final int HEADER = 9;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int MAX_PURPOSES = 1024;

  private final MasterKey master;
  private final byte[] header;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

  @Activate
  public MasterKeyVault(PkiConfig config) {
    this(MasterKey.load(name -> Optional.ofNullable(System.getenv(name)), file(config)));
  }

  MasterKeyVault(MasterKey master) {
    this.master = master;
    this.header = ByteBuffer.allocate(HEADER).put(VERSION).put(master.id()).array();
  }

  private static Path file(PkiConfig config) {
    return config.master_key_file().isBlank()
        ? DataFolder.resolve("master.key")
        : Path.of(config.master_key_file());
  }

  @Override
  public byte[] seal(String purpose, Secret secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(secret.reveal());
      return ByteBuffer.allocate(HEADER + NONCE + sealed.length)
          .put(header)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime cannot seal with AES-256-GCM.", e);
    }
  }

  @Override
  public Secret open(String purpose, byte[] sealed) {
    requireHeader(sealed);
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER, HEADER + NONCE);
    try {
      int from = HEADER + NONCE;
      return Secret.of(
          cipher(Cipher.DECRYPT_MODE, purpose, nonce).doFinal(sealed, from, sealed.length - from));
    } catch (GeneralSecurityException e) {
      throw cannot("A sealed value was altered or belongs elsewhere: restore it from a backup.")
          .causedBy(e);
    }
  }

  private void requireHeader(byte[] sealed) {
    if (sealed.length < HEADER + NONCE + TAG || sealed[0] != VERSION) {
      throw cannot("A sealed value is damaged or was written by a newer version of Pomona.");
    }
    if (!Arrays.equals(sealed, 0, HEADER, header, 0, HEADER)) {
      throw cannot(
          "A value was sealed under another master key: start with the master key that this"
              + " database was set up with.");
    }
  }

  private static MdmException cannot(String message) {
    return MdmException.unavailable("pki.cannot_unseal", message);
  }

  private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(purpose), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(header);
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private SecretKey key(String purpose) {
    if (keys.size() > MAX_PURPOSES) {
      keys.clear();
    }
    return keys.computeIfAbsent(purpose, master::forPurpose);
  }
}
