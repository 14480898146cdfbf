package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * A request of declarative management, carried inside a check-in message.
 *
 * @param endpoint {@code tokens}, {@code declaration-items}, {@code status} or {@code
 *     declaration/<kind>/<identifier>}
 * @param data the JSON of a status report
 */
public record DeclarativeManagement(
    ChannelId channel, String endpoint, Optional<byte[]> data, PlistDict raw)
    implements CheckInMessage {}
