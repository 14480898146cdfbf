package io.pomona.apns.rest;

import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.apns.RequestDesk;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that waits for its certificate.
 *
 * @param request PKCS#10 in PEM
 * @param csr the file for identity.apple.com/pushcert in base64, once a vendor has signed
 * @param mdmcertSentAt when it went to mdmcert.download
 * @param mdmcertOpen whether this server may ask mdmcert.download
 */
public record RequestView(
    String emailAddress,
    String organization,
    Instant createdAt,
    String createdBy,
    String request,
    Optional<String> csr,
    Optional<Instant> mdmcertSentAt,
    boolean mdmcertOpen) {

  static RequestView of(PushRequest request, Optional<String> csr, boolean mdmcertOpen) {
    return new RequestView(
        request.content().email(),
        request.content().organization(),
        request.content().createdAt(),
        request.content().createdBy(),
        RequestDesk.pem(request),
        csr,
        request.sentAt(),
        mdmcertOpen);
  }
}
