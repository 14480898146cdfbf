package io.pomona.testkit.memory;

import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryBootstrapTokenStore implements BootstrapTokenStore {
  private final Map<ChannelId, byte[]> tokens = new ConcurrentHashMap<>();

  @Override
  public void put(ChannelId device, byte[] sealed, Instant now) {
    tokens.put(device, sealed.clone());
  }

  @Override
  public Optional<byte[]> get(ChannelId device) {
    return Optional.ofNullable(tokens.get(device)).map(byte[]::clone);
  }

  @Override
  public void clear(ChannelId device) {
    tokens.remove(device);
  }
}
