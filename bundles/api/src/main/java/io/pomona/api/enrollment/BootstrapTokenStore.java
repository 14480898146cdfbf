package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/** Bootstrap tokens, sealed under {@code enrollment.bootstrap-token}. Kept over re-enrollments. */
public interface BootstrapTokenStore {
  /**
   * Replaces what is kept, unless the Mac has replaced this value before: then it is a request that
   * the network has delivered once more.
   *
   * @param sealed empty when the Mac said that its token is no longer valid
   * @param mark tells the values of a Mac apart, a hash
   * @return whether it was taken
   */
  boolean put(ChannelId device, Optional<byte[]> sealed, long mark, Instant now);

  Optional<byte[]> get(ChannelId device);
}
