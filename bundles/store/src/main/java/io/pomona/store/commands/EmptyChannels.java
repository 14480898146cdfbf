package io.pomona.store.commands;

import io.pomona.store.Persistence;
import io.pomona.store.peers.Generations;
import io.pomona.store.peers.Peers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The channels for which nothing waits, as far as this node knows; most polls end here. An entry
 * counts while nothing was queued for its channel since the database was read, on any node.
 */
final class EmptyChannels {
  private final Generations generations;
  private final Peers peers;
  private final Map<String, Long> stamps = new ConcurrentHashMap<>();

  EmptyChannels(Persistence persistence) {
    this.generations = persistence.memory().queues();
    this.peers = persistence.peers();
  }

  long stamp() {
    return generations.stamp();
  }

  boolean contains(String channel) {
    Long stamp = stamps.get(channel);
    return stamp != null && generations.isUnchanged(channel, stamp) && peers.isInTouch();
  }

  void add(String channel, long stamp) {
    stamps.put(channel, stamp);
  }
}
