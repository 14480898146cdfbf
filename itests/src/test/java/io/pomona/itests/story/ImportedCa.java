package io.pomona.itests.story;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.KeySource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * A device CA that the server takes over at its first start. Its key is ours as well, so that a
 * story can issue what the server never would.
 */
public final class ImportedCa {
  private final Authority authority;
  private final String password;
  private final Path file;

  private ImportedCa(Authority authority, String password, Path file) {
    this.authority = authority;
    this.password = password;
    this.file = file;
  }

  public static ImportedCa create() {
    Authority authority =
        Authority.create("CN=Acme Device CA,O=Acme", KeySource.fresh().next(), Clock.systemUTC());
    String password = UUID.randomUUID().toString();
    try {
      Path file =
          Files.createTempFile(Files.createDirectories(Path.of("target")), "device-ca", ".p12");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "ca",
          authority.identity().key(),
          password.toCharArray(),
          new Certificate[] {authority.identity().jca()});
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.toCharArray());
      }
      return new ImportedCa(authority, password, file.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Authority authority() {
    return authority;
  }

  public String password() {
    return password;
  }

  /** For {@code io.pomona.pki.cfg}. */
  public Map<String, String> settings() {
    return Map.of("device.ca.import.file", file.toString());
  }

  public Map<String, String> environment() {
    return Map.of("POMONA_DEVICE_CA_PASSWORD", password);
  }
}
