package io.pomona.api.apns;

import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Requests for a push certificate, which lie beside the pair in use until a certificate fits one,
 * and the vendor certificate that signs them.
 */
public interface PushRequestStore {
  /** So many are kept; an older one goes with each that is too many. */
  int MOST = 5;

  /** Newest first. */
  List<PushRequest> pending();

  PushRequestId save(NewPushRequest request, ActivityDraft activity);

  /** The request went to a signing service; a request that is no more is left alone. */
  void sent(PushRequestId id, ActivityDraft activity, Instant now);

  /**
   * What a signing service made of the request.
   *
   * @param file for Apple's portal
   */
  void signed(PushRequestId id, byte[] file, ActivityDraft activity, Instant now);

  Optional<VendorPair> vendor();

  /** Takes the place of the one before. */
  void saveVendor(VendorPair pair, ActivityDraft activity);

  void deleteVendor(ActivityDraft activity, Instant now);

  /**
   * @param request PKCS#10 in DER
   * @param sealedKey its key in PKCS#8, sealed under {@code apns.key}
   * @param sealedEncryptionKey opens what a signing service sends, sealed under {@code
   *     apns.encryption}
   */
  record NewPushRequest(
      String email,
      String organization,
      byte[] request,
      byte[] sealedKey,
      byte[] sealedEncryptionKey,
      byte[] encryptionCertificate,
      Instant createdAt,
      String createdBy) {}

  /**
   * @param sentAt to a signing service
   * @param signed what that made of it
   */
  record PushRequest(
      PushRequestId id,
      NewPushRequest content,
      Optional<Instant> sentAt,
      Optional<byte[]> signed) {}

  /**
   * @param sealedKey PKCS#8, sealed under {@code apns.vendor}
   * @param chain DER: the vendor's certificate, Apple's intermediate, Apple's root
   */
  record VendorPair(byte[] sealedKey, List<byte[]> chain, Instant savedAt, String savedBy) {}
}
