package io.pomona.abm.assistant;

import io.pomona.abm.AbmConfig;
import io.pomona.api.pki.ServerTls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** The certificates that Macs shall trust for this server, as a profile has them. */
final class Anchors {
  private Anchors() {}

  /**
   * Those of the file that is configured, else the roots of a certificate that the server has made
   * itself, without which no Mac could reach it from Setup Assistant.
   *
   * @throws IllegalArgumentException when the file cannot be read: without it Macs would be told
   *     anew
   */
  static Supplier<List<String>> of(AbmConfig config, ServerTls tls) {
    if (config.anchor_pem().isBlank()) {
      return () -> tls.roots().stream().map(Base64.getEncoder()::encodeToString).toList();
    }
    List<String> configured = read(config.anchor_pem());
    return () -> configured;
  }

  private static List<String> read(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file.strip()))) {
      List<String> anchors = new ArrayList<>();
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        anchors.add(Base64.getEncoder().encodeToString(one.getEncoded()));
      }
      return anchors;
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException(
          "anchor_pem of io.pomona.abm cannot be read as certificates in PEM: " + file, e);
    }
  }
}
