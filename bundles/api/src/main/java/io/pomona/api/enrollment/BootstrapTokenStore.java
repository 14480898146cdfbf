package io.pomona.api.enrollment;

import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Optional;

/** Bootstrap tokens, sealed under {@code enrollment.bootstrap-token}. Kept over re-enrollments. */
public interface BootstrapTokenStore {
  void put(ChannelId device, byte[] sealed, Instant now);

  Optional<byte[]> get(ChannelId device);

  /** The Mac said that the token is no longer valid. */
  void clear(ChannelId device);
}
