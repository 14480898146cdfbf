package io.pomona.apns;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** The push certificate with its key, ready for TLS. */
public record PushIdentity(String topic, X509Certificate certificate, PrivateKey key) {

  boolean isExpired(Instant now) {
    return now.isAfter(certificate.getNotAfter().toInstant());
  }

  @Override
  public String toString() {
    return "PushIdentity[" + topic + "]";
  }
}
