package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;

/**
 * The Mac asks for a token of a service. Answer {@link CheckInAnswers#token}.
 *
 * @param serviceType {@code com.apple.maid} or {@code com.apple.watch.pairing}
 * @param parameters empty when none came
 */
public record GetToken(ChannelId channel, String serviceType, PlistDict parameters, PlistDict raw)
    implements CheckInMessage {}
