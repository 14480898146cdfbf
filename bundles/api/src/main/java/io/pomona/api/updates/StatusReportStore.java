package io.pomona.api.updates;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Status reports of channels, merged; they end with the enrollment. */
public interface StatusReportStore {
  Optional<KeptReport> find(ChannelId channel);

  /**
   * Takes a report; one at a time for each channel. Nothing happens for a channel that is gone.
   *
   * @param merged what is kept then, given what was kept before; may be called more than once
   */
  void report(ChannelId channel, Function<Optional<KeptReport>, KeptReport> merged, Instant now);
}
