package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.api.pki.SecretVault;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stored pair, opened.
 *
 * @param identity empty when there is none or its key cannot be opened
 */
record LoadedPair(
    Optional<StoredPair> stored,
    Optional<PushCertificateInfo> info,
    Optional<PushIdentity> identity) {
  private static final Logger LOG = LoggerFactory.getLogger(LoadedPair.class);

  static LoadedPair open(Optional<StoredPair> stored, SecretVault vault) {
    Optional<X509Certificate> leaf = stored.map(pair -> certificate(pair.chain().get(0)));
    return new LoadedPair(
        stored,
        leaf.map(PushCertificateFile::info),
        leaf.flatMap(certificate -> identity(stored.get(), certificate, vault)));
  }

  boolean isOf(Optional<StoredPair> other) {
    if (stored.isEmpty() || other.isEmpty()) {
      return stored.isEmpty() && other.isEmpty();
    }
    return Arrays.equals(stored.get().sealedKey(), other.get().sealedKey())
        && Arrays.equals(stored.get().chain().get(0), other.get().chain().get(0))
        && stored.get().note().equals(other.get().note());
  }

  private static X509Certificate certificate(byte[] der) {
    try {
      return PushCertificateFile.der(der);
    } catch (CertificateException e) {
      throw MdmException.unavailable(
              "apns.damaged", "The stored push certificate is damaged. Load the pair again.")
          .causedBy(e);
    }
  }

  private static Optional<PushIdentity> identity(
      StoredPair pair, X509Certificate certificate, SecretVault vault) {
    try {
      byte[] key = vault.open(LoadedPushCertificates.PURPOSE, pair.sealedKey()).reveal();
      return Optional.of(new PushIdentity(pair.topic(), certificate, PrivateKeyFile.pkcs8(key)));
    } catch (MdmException e) {
      LOG.warn("The push key cannot be opened; no Mac is woken: {}", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "LoadedPair[" + info + "]";
  }
}
