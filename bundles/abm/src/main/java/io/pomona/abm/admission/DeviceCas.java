package io.pomona.abm.admission;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device CAs of the configuration. A file that cannot be read is not the same as none: nobody
 * comes in then.
 *
 * @param certificates in DER, none for Apple's; empty when they cannot be read
 */
record DeviceCas(Optional<List<byte[]>> certificates) {
  private static final int LEAST_BITS = 1_024;
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  static DeviceCas of(String pem) {
    if (pem.isBlank()) {
      return new DeviceCas(Optional.of(List.of()));
    }
    try (InputStream in = Files.newInputStream(Path.of(pem.strip()))) {
      List<byte[]> read = new ArrayList<>();
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        require(each);
        read.add(each.getEncoded());
      }
      return new DeviceCas(Optional.of(List.copyOf(read)).filter(all -> !all.isEmpty()));
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn(
          "The file of device.ca.pem holds no certificates with RSA keys that can be read: no Mac"
              + " can enroll by ABM");
      return new DeviceCas(Optional.empty());
    }
  }

  /** What Macs sign is checked with RSA keys alone. */
  private static void require(Certificate certificate) throws GeneralSecurityException {
    if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < LEAST_BITS) {
      throw new CertificateException("A device CA has an RSA key of at least 1,024 bits");
    }
  }

  List<byte[]> required() {
    return certificates.orElseThrow(
        () ->
            MdmException.unavailable(
                "abm.no_device_ca", "Macs cannot be told apart here now; try again later."));
  }
}
