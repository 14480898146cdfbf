package io.pomona.apns.rest;

import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.apns.RequestDesk;
import io.pomona.apns.VendorDesk.Attempt;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A request that waits for its certificate.
 *
 * @param request PKCS#10 in PEM
 * @param csr the file for identity.apple.com/pushcert in base64, once a vendor has signed
 * @param unsignedReason why there is no such file; empty text when there is one
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
    String unsignedReason,
    Optional<Instant> mdmcertSentAt,
    boolean mdmcertOpen) {

  static RequestView of(PushRequest request, Attempt attempt, boolean mdmcertOpen) {
    return new RequestView(
        request.content().email(),
        request.content().organization(),
        request.content().createdAt(),
        request.content().createdBy(),
        RequestDesk.pem(request),
        attempt.file().map(Base64.getEncoder()::encodeToString),
        attempt.reason(),
        request.sentAt(),
        mdmcertOpen);
  }
}
