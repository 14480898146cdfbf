package io.pomona.api.apns;

import java.util.Optional;

/** The push certificate in use. MDM is off until there is one. */
public interface PushCertificates {
  /** From memory; on several nodes at most a few seconds old. Expired ones are returned as well. */
  Optional<PushCertificateInfo> current();
}
