package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/**
 * An accepted Authenticate.
 *
 * @param renewal keep queue, statuses, tokens and user channels; otherwise all of these end
 * @param automatic whether ABM has sent the Mac; of a renewal nothing follows from it
 * @param team of a Mac that nobody knows yet; one that is gone by then is none
 */
public record EnrollmentStart(
    ChannelId device,
    String certificateSha256,
    String topic,
    MacFacts facts,
    boolean renewal,
    boolean automatic,
    Optional<TeamId> team,
    Instant now) {

  /** Of a Mac that comes by a profile which somebody installed. */
  public EnrollmentStart(
      ChannelId device,
      String certificateSha256,
      String topic,
      MacFacts facts,
      boolean renewal,
      Instant now) {
    this(device, certificateSha256, topic, facts, renewal, false, Optional.empty(), now);
  }
}
