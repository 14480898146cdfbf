package io.pomona.testkit.memory;

import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushRequestId;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryPushCertificateStore implements PushCertificateStore {
  private final World world;
  private final InMemoryPushRequestStore requests;
  private final List<StoredPair> pairs = new ArrayList<>();
  private boolean off;

  public InMemoryPushCertificateStore(World world, InMemoryPushRequestStore requests) {
    this.world = world;
    this.requests = requests;
  }

  @Override
  public Optional<StoredPair> current() {
    synchronized (world) {
      return newest().filter(pair -> !off);
    }
  }

  @Override
  public Optional<String> lastTopic() {
    synchronized (world) {
      return newest().map(StoredPair::topic);
    }
  }

  private Optional<StoredPair> newest() {
    return pairs.stream().max(Comparator.comparing(StoredPair::savedAt));
  }

  @Override
  public boolean save(
      StoredPair pair,
      Optional<String> seen,
      Optional<PushRequestId> answered,
      ActivityDraft activity) {
    synchronized (world) {
      if (!lastTopic().equals(seen)) {
        return false;
      }
      pairs.add(pair);
      off = false;
      answered.ifPresent(requests::deleteUpTo);
      world.write(activity, pair.savedAt());
      world.channels.values().stream()
          .filter(row -> row.nextPush.isPresent())
          .forEach(
              row -> {
                row.nextPush = Optional.of(pair.savedAt());
                row.attempts = 0;
              });
      return true;
    }
  }

  @Override
  public void noteAppleId(Optional<String> appleId, ActivityDraft activity, Instant now) {
    synchronized (world) {
      current()
          .ifPresent(
              pair -> {
                PairNote note = new PairNote(appleId, pair.note().savedBy());
                pairs.remove(pair);
                pairs.add(
                    new StoredPair(
                        pair.topic(), pair.sealedKey(), pair.chain(), pair.savedAt(), note));
                world.write(activity, now);
              });
    }
  }

  @Override
  public void turnOff(ActivityDraft activity, Instant now) {
    synchronized (world) {
      if (current().isPresent()) {
        off = true;
        world.write(activity, now);
      }
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
