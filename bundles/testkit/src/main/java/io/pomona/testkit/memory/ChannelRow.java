package io.pomona.testkit.memory;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

final class ChannelRow {
  final ChannelId channel;
  HostId host;
  String topic;
  Optional<PushTarget> push = Optional.empty();

  /** Between an accepted Authenticate and the end of the enrollment. */
  boolean begun = true;

  /** After the first TokenUpdate of the enrollment. */
  boolean tokened;

  boolean enabled;
  boolean awaitingConfiguration;
  boolean automatic;
  Optional<Instant> lastSeenAt = Optional.empty();
  Instant tokenAt = Instant.EPOCH;
  boolean tokenOutOfUse;
  Optional<Instant> nextPush = Optional.empty();
  Optional<Instant> leasedUntil = Optional.empty();
  int attempts;

  ChannelRow(ChannelId channel, HostId host, String topic) {
    this.channel = channel;
    this.host = host;
    this.topic = topic;
  }

  void end() {
    begun = false;
    tokened = false;
    enabled = false;
    awaitingConfiguration = false;
    push = Optional.empty();
    nextPush = Optional.empty();
    leasedUntil = Optional.empty();
    attempts = 0;
  }

  boolean isDue(Instant now) {
    return enabled
        && push.isPresent()
        && !tokenOutOfUse
        && nextPush.filter(at -> !at.isAfter(now)).isPresent();
  }

  Enrollment toEnrollment() {
    return new Enrollment(
        channel, host, topic, push, enabled, awaitingConfiguration, automatic, lastSeenAt);
  }
}
