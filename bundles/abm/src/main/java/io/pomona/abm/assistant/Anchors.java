package io.pomona.abm.assistant;

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

/** The certificates of a PEM file, as a profile has them. */
final class Anchors {
  private Anchors() {}

  /**
   * @param file empty text for none
   * @throws IllegalArgumentException when it cannot be read: without it Macs would be told anew
   */
  static List<String> of(String file) {
    if (file.isBlank()) {
      return List.of();
    }
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
