package io.pomona.testkit.memory;

import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.organization.ActivityDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryPushCertificateStore implements PushCertificateStore {
  private final World world;
  private final List<StoredPair> pairs = new ArrayList<>();

  public InMemoryPushCertificateStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<StoredPair> current() {
    synchronized (world) {
      return pairs.stream().max(Comparator.comparing(StoredPair::savedAt));
    }
  }

  @Override
  public void save(StoredPair pair, ActivityDraft activity) {
    synchronized (world) {
      pairs.add(pair);
      world.write(activity, pair.savedAt());
      world.channels.values().stream()
          .filter(row -> row.nextPush.isPresent())
          .forEach(
              row -> {
                row.nextPush = Optional.of(pair.savedAt());
                row.attempts = 0;
              });
    }
  }

  @Override
  public long enrolledWithTopic(String topic) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(row -> row.enabled && !row.channel.isUser() && row.topic.equals(topic))
          .count();
    }
  }
}
