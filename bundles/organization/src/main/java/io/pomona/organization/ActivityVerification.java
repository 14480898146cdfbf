package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityChainStore.Head;
import io.pomona.api.organization.ActivityLink;
import io.pomona.api.pki.SecretVault;
import io.pomona.organization.ChainReport.Fault;
import io.pomona.organization.ChainReport.Place;
import io.pomona.organization.ChainReport.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether all activities are there, as they were written. */
@Component(service = ActivityVerification.class)
public final class ActivityVerification {
  private static final Duration LATE = Duration.ofMinutes(5);

  private final ActivityChainStore store;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public ActivityVerification(@Reference ActivityChainStore store, @Reference SecretVault vault) {
    this(store, vault, Clock.systemUTC());
  }

  ActivityVerification(ActivityChainStore store, SecretVault vault, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Looks at the chain behind a position.
   *
   * @param limit at how many links at most, at least 1
   * @param noted what somebody has kept of an earlier report
   */
  public ChainReport verify(long after, int limit, Optional<Place> noted) {
    if (limit < 1) {
      throw MdmException.invalid(
          "organization.bad_number", "limit", "limit is a number from 1 upwards.");
    }
    Optional<Instant> oldest = store.oldestUnchained();
    Optional<Head> head = store.head();
    Place end =
        head.map(known -> new Place(known.position(), known.hash()))
            .orElse(new Place(0, ActivityLink.BEGINNING));
    if (head.isEmpty()) {
      Optional<Fault> fault = headless().or(() -> differs(noted)).or(() -> late(oldest, end));
      return new ChainReport(1, 0, end, oldest, fault);
    }
    long from = Math.max(0, Math.min(after, end.position()));
    ChainWalk walk = new ChainWalk(store, head.get(), LinkDigest.of(vault, head.get()), from);
    Optional<Fault> fault = walk.run(limit).or(() -> differs(noted)).or(() -> late(oldest, end));
    return new ChainReport(from + 1, walk.position(), end, oldest, fault);
  }

  /** Looks at the newest links only. */
  ChainReport verifyNewest(int links) {
    long last = store.head().map(Head::position).orElse(0L);
    return verify(Math.max(0, last - links), links, Optional.empty());
  }

  private Optional<Fault> headless() {
    return store.links(0, 1).isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(0, Reason.MISSING, "The end of the chain, and its key, is gone."));
  }

  private Optional<Fault> differs(Optional<Place> noted) {
    return noted
        .filter(
            place ->
                ChainWalk.at(store, place.position())
                    .filter(link -> link.hash().equals(place.hash()))
                    .isEmpty())
        .map(
            place ->
                new Fault(
                    place.position(),
                    Reason.NOT_AS_NOTED,
                    "What was noted of this position does not stand there."));
  }

  private Optional<Fault> late(Optional<Instant> oldest, Place end) {
    return oldest
        .filter(at -> at.plus(LATE).isBefore(clock.instant()))
        .map(
            at ->
                new Fault(
                    end.position() + 1,
                    Reason.UNCHAINED,
                    "An activity of " + at + " still waits for its place in the chain."));
  }
}
