package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * A Mac begins to enroll, or to enroll again. It is enrolled only with the first {@link
 * TokenUpdate}.
 *
 * <p>Answer 200 without a body to go on; any 4xx or 5xx makes the installation of the profile fail.
 *
 * @param topic the push topic, {@code com.apple.mgmt.…}
 * @param model for example {@code Mac14,2}
 * @param modelName for example {@code MacBook Air}
 * @param serialNumber empty for some virtual machines and in User Enrollment
 */
public record Authenticate(
    ChannelId channel,
    String topic,
    String deviceName,
    String modelName,
    String model,
    Optional<String> osVersion,
    Optional<String> buildVersion,
    Optional<String> productName,
    Optional<String> serialNumber,
    Optional<String> enrollmentId,
    PlistDict raw)
    implements CheckInMessage {}
