package io.pomona.commands;

import io.pomona.api.commands.WakeStore;
import io.pomona.api.commands.WakeStore.Pushed;
import io.pomona.protocol.channel.ChannelId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How pushes ended, on its way into the store: what comes in while the store is busy is written
 * together.
 */
final class PushVerdicts {
  private static final Logger LOG = LoggerFactory.getLogger(PushVerdicts.class);
  private static final int MOST = 500;

  private final WakeStore wakes;
  private final Executor writers;
  private final Queue<Pushed> waiting = new ConcurrentLinkedQueue<>();

  PushVerdicts(WakeStore wakes, Executor writers) {
    this.wakes = wakes;
    this.writers = writers;
  }

  /** Returns at once, since the threads of the pusher call it. */
  void add(Pushed push) {
    waiting.add(push);
    writers.execute(this::write);
  }

  private void write() {
    List<Pushed> pushes = take();
    if (pushes.isEmpty()) {
      return;
    }
    try {
      wakes.pushed(pushes);
    } catch (RuntimeException e) {
      LOG.warn(
          "{} pushes cannot be noted; they are made again when their lease ends", pushes.size(), e);
    }
  }

  /** Of two for one channel, of which the first came after its lease, the latter counts. */
  private List<Pushed> take() {
    Map<ChannelId, Pushed> taken = new LinkedHashMap<>();
    for (Pushed one = waiting.poll();
        one != null;
        one = taken.size() < MOST ? waiting.poll() : null) {
      taken.put(one.channel(), one);
    }
    return List.copyOf(taken.values());
  }
}
