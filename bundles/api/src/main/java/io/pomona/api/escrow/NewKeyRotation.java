package io.pomona.api.escrow;

import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Actor;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * A recovery key that is to be replaced.
 *
 * @param enrolledAt of the enrollment to which it belongs
 * @param replaces the current key of the Mac, with which the command unlocks the disk
 * @param certificate which the Mac is to encrypt the new key for
 * @param requestedBy {@link Actor#system()} where nobody asked; roles are not kept
 * @param deadline when it has failed if no new key came
 */
public record NewKeyRotation(
    HostId host,
    String serialNumber,
    ChannelId device,
    Instant enrolledAt,
    RecoveryKeyId replaces,
    EscrowCertificateId certificate,
    KeyRotation.Cause cause,
    Actor requestedBy,
    Instant deadline) {}
