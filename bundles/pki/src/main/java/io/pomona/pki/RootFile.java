package io.pomona.pki;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Root certificates as PEM in a file that everybody may read. */
record RootFile(Path file) {
  /** What an operator brings. */
  static Optional<RootFile> of(PkiConfig config) {
    return Optional.of(config.tls_root_file())
        .filter(name -> !name.isBlank())
        .map(name -> new RootFile(Path.of(name)));
  }

  void write(List<byte[]> certificates) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    StringBuilder pem = new StringBuilder();
    certificates.forEach(der -> pem.append(pem(der)));
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(draft, pem, StandardCharsets.US_ASCII);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String pem(byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }

  List<byte[]> read() {
    try (InputStream in = Files.newInputStream(file)) {
      List<byte[]> certificates = new ArrayList<>();
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        certificates.add(each.getEncoded());
      }
      return List.copyOf(certificates);
    } catch (IOException | GeneralSecurityException e) {
      throw MdmException.unavailable(
              "pki.tls_root_unreadable",
              "The file " + file + " (tls.root.file) holds no readable certificates in PEM.")
          .causedBy(e);
    }
  }
}
