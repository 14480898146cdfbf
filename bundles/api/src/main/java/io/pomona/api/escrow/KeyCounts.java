package io.pomona.api.escrow;

import java.util.Map;

/**
 * How many recovery keys that open are kept; a certificate without any is left out.
 *
 * @param received by the certificate that they were encrypted for
 * @param sealed by the certificate under whose generation they are sealed now
 */
public record KeyCounts(
    Map<EscrowCertificateId, Long> received, Map<EscrowCertificateId, Long> sealed) {}
