package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;

/**
 * An accepted Authenticate.
 *
 * @param renewal keep queue, statuses, tokens and user channels; otherwise all of these end
 * @param automatic whether ABM has sent the Mac; of a renewal nothing follows from it
 */
public record EnrollmentStart(
    ChannelId device,
    String certificateSha256,
    String topic,
    MacFacts facts,
    boolean renewal,
    boolean automatic,
    Instant now) {

  /** Of a Mac that comes by a profile which somebody installed. */
  public EnrollmentStart(
      ChannelId device,
      String certificateSha256,
      String topic,
      MacFacts facts,
      boolean renewal,
      Instant now) {
    this(device, certificateSha256, topic, facts, renewal, false, now);
  }
}
