package io.pomona.abm;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.AppleRefusal.Kind;
import io.pomona.abm.apple.DeviceEnrollment;
import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmProgress.Fetch;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.DevicePage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One look at ABM: all changes since the cursor, then all Macs where that is due, then the changes
 * since. The cursor of changes goes on beside a fetch, so that no change between two fetches is
 * lost; only when Apple does not know it any more that of the fetch takes its place.
 */
final class SyncRun {
  private static final Duration FULL_AFTER = Duration.ofDays(1);
  private static final int PATIENCE = 3;

  private final AbmToken token;
  private final String node;
  private final AbmDeviceStore devices;
  private final AbmTokenStore tokens;
  private final Clock clock;
  private final Set<String> seen = new HashSet<>();
  private AppleAccount account;
  private AbmProgress progress;
  private AbmChanges changes = new AbmChanges(0, 0);
  private boolean cursorLost;
  private boolean fetchLost;
  private boolean repeating;

  SyncRun(AbmToken token, String node, AbmDeviceStore devices, AbmTokenStore tokens, Clock clock) {
    this.token = token;
    this.node = node;
    this.devices = devices;
    this.tokens = tokens;
    this.clock = clock;
    this.account = token.account();
    this.progress = token.sync().progress();
  }

  AbmChanges changes() {
    return changes;
  }

  AbmProgress progress() {
    return progress;
  }

  /** Whether the run has ended because Apple repeats itself. */
  boolean isRepeating() {
    return repeating;
  }

  void go(DeviceEnrollment apple) {
    if (isStuck()) {
      progress = progress.withoutCursor().withoutFetch();
    }
    sync(apple);
    if (isFullDue()) {
      fetch(apple);
      sync(apple);
    }
  }

  /** Behind a cursor that Apple never gets past, all begins anew. */
  private boolean isStuck() {
    return token
        .sync()
        .trouble()
        .filter(it -> it.kind() == AbmTrouble.Kind.REPEATING)
        .filter(it -> token.sync().attempts() >= PATIENCE)
        .isPresent();
  }

  private boolean isFullDue() {
    return progress.cursor().isEmpty()
        || progress.fetch().isPresent()
        || token.sync().fullWanted()
        || progress.fullAt().filter(at -> at.plus(FULL_AFTER).isAfter(clock.instant())).isEmpty();
  }

  private void sync(DeviceEnrollment apple) {
    boolean more = progress.cursor().isPresent();
    while (more) {
      more = syncPage(apple, progress.cursor().orElseThrow());
    }
  }

  private boolean syncPage(DeviceEnrollment apple, String cursor) {
    try {
      DevicePage page = apple.sync(cursor, account.pageLimit());
      if (page.devices().isEmpty() && page.more()) {
        page = apple.sync(cursor, account.pageLimit());
      }
      take(page, progress.changesAt(page.cursor()));
      return goesOn(page, cursor);
    } catch (AppleRefusal e) {
      requireOfCursor(e, cursorLost);
      cursorLost = true;
      progress = progress.withoutCursor();
      return false;
    }
  }

  private void fetch(DeviceEnrollment apple) {
    account = apple.account();
    tokens.describe(token.id(), node, account);
    boolean more = true;
    while (more) {
      Instant now = clock.instant();
      more = fetchPage(apple, progress.fetch().orElse(new Fetch(now, Optional.empty())));
    }
  }

  private boolean fetchPage(DeviceEnrollment apple, Fetch fetch) {
    try {
      DevicePage page = fetched(apple, fetch);
      take(
          page,
          page.more()
              ? progress.fetching(fetch, page.cursor())
              : progress.fetched(fetch, page.cursor()));
      return goesOn(page, fetch.cursor().orElse(""));
    } catch (AppleRefusal e) {
      if (e.kind() == Kind.EXHAUSTED_CURSOR && fetch.cursor().isPresent()) {
        progress = progress.fetched(fetch, fetch.cursor().get());
        return false;
      }
      requireOfCursor(e, fetchLost);
      fetchLost = true;
      progress = progress.withoutFetch();
      seen.clear();
      return true;
    }
  }

  /** A page without anything, where there should be something, is asked for once more. */
  private DevicePage fetched(DeviceEnrollment apple, Fetch fetch) {
    DevicePage page = apple.fetch(fetch.cursor(), account.pageLimit());
    return page.devices().isEmpty() && (page.more() || fetch.cursor().isPresent())
        ? apple.fetch(fetch.cursor(), account.pageLimit())
        : page;
  }

  /** What concerns a cursor leads to a fetch of all, once; the rest ends the run. */
  private static void requireOfCursor(AppleRefusal refusal, boolean again) {
    boolean ofCursor =
        switch (refusal.kind()) {
          case EXPIRED_CURSOR, EXHAUSTED_CURSOR, INVALID_CURSOR -> true;
          default -> false;
        };
    if (!ofCursor || again) {
      throw refusal;
    }
  }

  private void take(DevicePage page, AbmProgress next) {
    Instant now = clock.instant();
    PageRules rules = PageRules.of(page.devices(), now);
    changes =
        changes.and(
            devices.take(
                new AbmPage(
                    token.id(),
                    node,
                    AbmSync.LEASE,
                    rules.assigned(),
                    rules.unassigned(),
                    next,
                    now)));
    progress = next;
  }

  private boolean goesOn(DevicePage page, String asked) {
    if (page.more() && (page.cursor().equals(asked) || !seen.add(page.cursor()))) {
      repeating = true;
      throw new AppleRefusal(
          Kind.UNAVAILABLE, "the same cursor again, with more to follow", Optional.empty());
    }
    return page.more();
  }
}
