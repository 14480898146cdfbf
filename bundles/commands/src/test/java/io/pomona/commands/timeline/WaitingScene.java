package io.pomona.commands.timeline;

import static org.junit.Assert.assertEquals;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.ChannelStanding;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.commands.CommandTrail.NotNow;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Mac for which something waits, as it stands on a Friday at noon. */
abstract class WaitingScene {
  // A Friday.
  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  static final ChannelId MAC = ChannelId.device("MAC");

  final List<CommandTrail> waiting = new ArrayList<>();
  final List<PushRecord> pushes = new ArrayList<>();
  boolean mdmOn = true;
  boolean enabled = true;
  boolean tokenUsable = true;
  int more;
  Optional<Instant> certificateEnds = Optional.of(NOW.plus(Duration.ofDays(100)));
  Optional<Instant> nextPush = Optional.of(NOW.plusSeconds(240));
  Optional<Instant> lastSeen = Optional.of(ago("PT1H"));

  static Instant ago(String duration) {
    return NOW.minus(Duration.parse(duration));
  }

  Situation situation() {
    return new Situation(
        mdmOn,
        certificateEnds.map(end -> new PushCertificateInfo("topic", "cn", "1", "ca", end)),
        new ChannelStanding(enabled, tokenUsable, waiting.size() + more, nextPush),
        waiting,
        pushes,
        lastSeen,
        NOW);
  }

  void assertSays(String sentence) {
    assertEquals(sentence, WaitingReason.of(situation()));
  }

  static CommandTrail trail(
      String type, CommandState state, boolean urgent, Instant queued, Instant... said) {
    CommandRecord record =
        new CommandRecord(
            1,
            new CommandUuid(type),
            MAC,
            new HostId(1),
            "Mac 1",
            type,
            state,
            "admin",
            "Ada",
            "",
            queued,
            queued);
    List<NotNow> notNows = new ArrayList<>();
    for (Instant at : said) {
      notNows.add(new NotNow(at.minusSeconds(1), at));
    }
    Optional<Instant> fetched =
        state == CommandState.SENT ? Optional.of(queued.plusSeconds(60)) : Optional.empty();
    return new CommandTrail(record, "", urgent, fetched, notNows, "", Optional.empty(), false);
  }

  void waits(String type, String queued) {
    waiting.add(trail(type, CommandState.QUEUED, false, ago(queued)));
  }

  void pushed(String when, Outcome outcome, String reason) {
    pushes.add(new PushRecord(MAC, ago(when), outcome, reason));
  }
}
