package io.pomona.organization;

import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityChainStore.Head;
import io.pomona.api.organization.ActivityLink;
import io.pomona.organization.ChainReport.Fault;
import io.pomona.organization.ChainReport.Reason;
import java.util.List;
import java.util.Optional;

/** Goes along the chain from one link towards the head, as far as it holds. */
final class ChainWalk {
  private static final int PAGE = 1000;

  private final ActivityChainStore store;
  private final Head head;
  private final ActivityLink.Hash digest;
  private long position;
  private String hash = ActivityLink.BEGINNING;

  /**
   * @param after where to begin; what stands there is believed
   */
  ChainWalk(ActivityChainStore store, Head head, ActivityLink.Hash digest, long after) {
    this.store = store;
    this.head = head;
    this.digest = digest;
    this.position = after;
  }

  /** The last position that was found well. */
  long position() {
    return position;
  }

  Optional<Fault> run(int limit) {
    long end = Math.min(head.position(), position + limit);
    if (position > 0) {
      Optional<ActivityLink> start = at(store, position);
      if (start.isEmpty()) {
        return missing(position);
      }
      hash = start.get().hash();
    }
    while (position < end) {
      List<ActivityLink> page = store.links(position, (int) Math.min(PAGE, end - position));
      Optional<Fault> fault = page.isEmpty() ? missing(head.position()) : along(page);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return position < head.position() || hash.equals(head.hash())
        ? Optional.empty()
        : fault(position, Reason.ALTERED, "It is not what the end of the chain was noted to be.");
  }

  static Optional<ActivityLink> at(ActivityChainStore store, long position) {
    return store.links(position - 1, 1).stream()
        .filter(link -> link.position() == position)
        .findFirst();
  }

  private Optional<Fault> along(List<ActivityLink> page) {
    for (ActivityLink link : page) {
      if (position == head.position()) {
        break;
      }
      Optional<Fault> fault = look(link);
      if (fault.isPresent()) {
        return fault;
      }
      position = link.position();
      hash = link.hash();
    }
    return Optional.empty();
  }

  private Optional<Fault> look(ActivityLink link) {
    if (link.position() > position + 1) {
      return missing(link.position() - 1);
    }
    if (link.position() <= position || !link.previous().equals(hash)) {
      return fault(
          position + 1,
          Reason.REORDERED,
          "Activity " + link.activity().id() + " does not follow the one before it.");
    }
    return digest.of(link.position(), link.previous(), link.activity()).equals(link.hash())
        ? Optional.empty()
        : fault(
            position + 1,
            Reason.ALTERED,
            "Activity " + link.activity().id() + " is not as it was written.");
  }

  private Optional<Fault> missing(long last) {
    long first = Math.min(position + 1, last);
    String which = first == last ? "The activity" : "All activities up to position " + last;
    return fault(first, Reason.MISSING, which + " at this position is gone.");
  }

  private static Optional<Fault> fault(long position, Reason reason, String message) {
    return Optional.of(new Fault(position, reason, message));
  }
}
