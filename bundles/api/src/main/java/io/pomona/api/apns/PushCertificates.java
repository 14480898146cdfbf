package io.pomona.api.apns;

import io.pomona.api.Secret;
import io.pomona.api.organization.Actor;
import java.util.Optional;

/** The push certificate in use. MDM is off until there is one. */
public interface PushCertificates {
  /** From memory; on several nodes at most a few seconds old. Expired ones are returned as well. */
  Optional<PushCertificateInfo> current();

  /**
   * Takes a pair in use without a restart.
   *
   * @param certificatePem the certificate, leaf first if there are more
   * @param keyPem the private key, PKCS#8 or PKCS#1, not encrypted
   * @param force accept another topic, though every enrolled Mac is lost by it
   * @throws io.pomona.api.MdmException invalid: no topic, not its key, expired; conflict: another
   *     topic
   */
  PushCertificateInfo load(Actor actor, String certificatePem, Secret keyPem, boolean force);
}
