package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import java.util.Optional;

/**
 * The Mac asks for its bootstrap token. Answer {@link CheckInAnswers#bootstrapToken}, or 200
 * without a body when none is stored.
 */
public record GetBootstrapToken(
    ChannelId channel, Optional<Boolean> awaitingConfiguration, PlistDict raw)
    implements CheckInMessage {}
