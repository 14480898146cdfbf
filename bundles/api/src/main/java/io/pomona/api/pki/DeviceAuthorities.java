package io.pomona.api.pki;

import io.pomona.api.organization.Actor;
import java.time.Instant;
import java.util.List;

/**
 * The device CAs of this server: one that issues, and older ones whose certificates still count.
 */
public interface DeviceAuthorities {
  List<AuthorityInfo> list();

  /**
   * The certificates of all of them in DER, for a server that checks client certificates in TLS.
   */
  List<byte[]> trusted();

  /** Makes a new device CA that issues from now on; the present one stays trusted. */
  AuthorityInfo roll(Actor actor);

  /**
   * @param sha256 of the CA certificate
   */
  record AuthorityInfo(String sha256, String subject, Instant notAfter, boolean active) {}
}
