package io.pomona.organization;

import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A chain as somebody with access to the database may leave it behind. */
final class TamperedChain implements ActivityChainStore {
  private final TreeMap<Long, ActivityLink> links = new TreeMap<>();
  private final ActivityChainStore store;
  private Optional<Head> head;

  TamperedChain(ActivityChainStore store) {
    this.store = store;
    this.head = store.head();
    store.links(0, 10_000).forEach(link -> links.put(link.position(), link));
  }

  TamperedChain without(long... positions) {
    for (long position : positions) {
      links.remove(position);
    }
    return this;
  }

  TamperedChain withoutHead() {
    head = Optional.empty();
    return this;
  }

  TamperedChain headAt(long position) {
    byte[] key = head.orElseThrow().sealedKey();
    head = Optional.of(new Head(position, links.get(position).hash(), key));
    return this;
  }

  TamperedChain activityAt(long position, UnaryOperator<Activity> change) {
    ActivityLink link = links.get(position);
    links.put(
        position,
        new ActivityLink(position, link.previous(), link.hash(), change.apply(link.activity())));
    return this;
  }

  /** Puts one where another was; the one that was there is gone. */
  TamperedChain moved(long from, long to) {
    ActivityLink link = links.remove(from);
    links.put(to, new ActivityLink(to, link.previous(), link.hash(), link.activity()));
    return this;
  }

  TamperedChain exchanged(long one, long other) {
    ActivityLink kept = links.get(other);
    moved(one, other);
    links.put(one, new ActivityLink(one, kept.previous(), kept.hash(), kept.activity()));
    return this;
  }

  @Override
  public Optional<Head> head() {
    return head;
  }

  @Override
  public void begin(byte[] sealedKey) {
    store.begin(sealedKey);
  }

  @Override
  public int chain(int limit, ActivityLink.Hash hash) {
    return store.chain(limit, hash);
  }

  @Override
  public List<ActivityLink> links(long afterPosition, int limit) {
    return links.tailMap(afterPosition, false).values().stream().limit(limit).toList();
  }

  @Override
  public Optional<Instant> oldestUnchained() {
    return store.oldestUnchained();
  }
}
