package io.pomona.protocol.checkin;

import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;

/**
 * What a Mac says at its check-in address. The set is closed, so a {@code switch} over it, or a
 * chain of {@code instanceof}, can be complete.
 */
public sealed interface CheckInMessage
    permits Authenticate,
        TokenUpdate,
        CheckOut,
        UserAuthenticate,
        SetBootstrapToken,
        GetBootstrapToken,
        GetToken,
        DeclarativeManagement {

  /** The device or user channel that speaks. */
  ChannelId channel();

  /** Everything that came, keys that we do not know included. */
  PlistDict raw();
}
