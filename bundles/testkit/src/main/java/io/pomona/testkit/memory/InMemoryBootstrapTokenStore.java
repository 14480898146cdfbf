package io.pomona.testkit.memory;

import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryBootstrapTokenStore implements BootstrapTokenStore {
  private static final int MARKS = 8;

  private static final class Kept {
    private Optional<byte[]> sealed = Optional.empty();
    private final Deque<Long> marks = new ArrayDeque<>();
  }

  private final Map<ChannelId, Kept> tokens = new HashMap<>();

  @Override
  public synchronized boolean put(
      ChannelId device, Optional<byte[]> sealed, long mark, Instant now) {
    Kept kept = tokens.computeIfAbsent(device, mac -> new Kept());
    if (kept.marks.contains(mark) && kept.marks.getLast() != mark) {
      return false;
    }
    kept.marks.remove(mark);
    kept.marks.add(mark);
    if (kept.marks.size() > MARKS) {
      kept.marks.remove();
    }
    kept.sealed = sealed.map(byte[]::clone);
    return true;
  }

  @Override
  public synchronized Optional<byte[]> get(ChannelId device) {
    return Optional.ofNullable(tokens.get(device)).flatMap(kept -> kept.sealed).map(byte[]::clone);
  }
}
