package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;

/** The Mac has removed its MDM profile. It tries to say so once; answer 200 whatever happens. */
public record CheckOut(ChannelId channel, String topic, PlistDict raw) implements CheckInMessage {}
