package io.pomona.store.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sealed bodies of commands that were queued or handed out lately; they never change. */
public final class BodyCache {
  private static final long MOST_BYTES = 16L << 20;

  private final Map<String, byte[]> bodies = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  public synchronized Optional<byte[]> get(String uuid) {
    return Optional.ofNullable(bodies.get(uuid));
  }

  public synchronized void put(String uuid, byte[] body) {
    if (body.length > MOST_BYTES / 8 || bodies.put(uuid, body) != null) {
      return;
    }
    bytes += body.length;
    var eldest = bodies.values().iterator();
    while (bytes > MOST_BYTES) {
      bytes -= eldest.next().length;
      eldest.remove();
    }
  }

  public synchronized void forget() {
    bodies.clear();
    bytes = 0;
  }
}
