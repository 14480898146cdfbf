package io.pomona.enrollment;

import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.DeviceEvents.Interest;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.Authenticate;
import io.pomona.protocol.checkin.CheckOut;
import io.pomona.protocol.checkin.TokenUpdate;
import java.time.Instant;
import java.util.Optional;

/** Tells of accepted check-in messages those who want to know, before the Mac is answered. */
record CheckInEvents(DeviceEvents events) {
  void tell(Authenticate message, byte[] body, Instant now) {
    tell(DeviceTopic.AUTHENTICATE, message.channel(), Optional.of(body), now);
  }

  /** One with which a passcode could be cleared stays here. */
  void tell(TokenUpdate message, byte[] body, Instant now) {
    Optional<byte[]> payload = Optional.of(body).filter(b -> !message.raw().has("UnlockToken"));
    tell(DeviceTopic.TOKEN_UPDATE, message.channel(), payload, now);
  }

  void tell(CheckOut message, byte[] body, Instant now) {
    tell(DeviceTopic.CHECK_OUT, message.channel(), Optional.of(body), now);
  }

  private void tell(DeviceTopic topic, ChannelId channel, Optional<byte[]> payload, Instant now) {
    Interest interest = events.interest(topic);
    if (interest != Interest.NOTHING) {
      events.tell(
          new DeviceEvent(
              topic,
              channel,
              Optional.empty(),
              Optional.empty(),
              payload.filter(body -> interest == Interest.PAYLOAD),
              now));
    }
  }
}
