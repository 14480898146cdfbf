package io.pomona.commands.timeline;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.PushRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that tells why a Mac has not done something.
 *
 * @param certificate the push certificate in use, expired or not
 * @param waiting what has not ended, as it will be handed out; the first ones if there are many
 * @param pushes the last ones, newest first
 * @param lastSeen when it polled or checked in last
 */
record Situation(
    boolean mdmOn,
    Optional<PushCertificateInfo> certificate,
    ChannelStanding channel,
    List<CommandTrail> waiting,
    List<PushRecord> pushes,
    Optional<Instant> lastSeen,
    Instant now) {
  Situation {
    waiting = List.copyOf(waiting);
    pushes = List.copyOf(pushes);
  }

  /** The last push, if it came after this. */
  Optional<PushRecord> lastPush(Instant after) {
    return pushes.stream().findFirst().filter(push -> !push.at().isBefore(after));
  }

  /** How many pushes Apple took since the Mac was heard of. */
  int acceptedSinceSeen() {
    Instant from = lastSeen.orElse(Instant.EPOCH);
    return (int)
        pushes.stream()
            .filter(push -> push.outcome() == Outcome.ACCEPTED && push.at().isAfter(from))
            .count();
  }
}
