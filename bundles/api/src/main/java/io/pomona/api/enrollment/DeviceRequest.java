package io.pomona.api.enrollment;

import java.util.Optional;

/**
 * A message of a Mac with what may prove who sent it.
 *
 * @param mdmSignature the {@code Mdm-Signature} header
 * @param forwardedCertificate the client certificate header that a proxy set, as it came
 * @param tlsCertificate the client certificate of the TLS connection in DER
 * @param localPort the port that it came in at
 */
public record DeviceRequest(
    byte[] body,
    Optional<String> mdmSignature,
    Optional<String> forwardedCertificate,
    Optional<byte[]> tlsCertificate,
    String remoteAddress,
    int localPort) {}
