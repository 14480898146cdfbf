package io.pomona.api.apns;

import java.time.Instant;

/** What is shown of the push certificate. The topic ties every enrolled Mac to it. */
public record PushCertificateInfo(
    String topic, String commonName, String serialNumber, String issuer, Instant notAfter) {}
