package io.pomona.organization;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Failed logins as activities: the first of an account and a network address at once, those that
 * follow counted, one row a minute. Of more accounts and addresses than a few at a time only the
 * sum is told, so that nobody can fill the feed.
 */
@Component(service = FailedLoginActivities.class)
public final class FailedLoginActivities {
  private static final Duration PACE = Duration.ofMinutes(1);
  private static final int TOLD_APART = 20;
  private static final int LONGEST = 255;
  private static final Attempt OTHERS = new Attempt("", "");

  private record Attempt(String email, String source) {}

  private record Count(long attempts, Instant toldAt) {}

  private final Map<Attempt, Count> counts = new LinkedHashMap<>();
  private final ActivityStore activities;
  private final Clock clock;

  @Activate
  public FailedLoginActivities(@Reference ActivityStore activities) {
    this(activities, Clock.systemUTC());
  }

  public FailedLoginActivities(ActivityStore activities, Clock clock) {
    this.activities = activities;
    this.clock = clock;
  }

  /** What has no @ is not kept: a password is easily typed into the wrong field. */
  public void failed(String email, String source) {
    String shown = email.contains("@") ? email : "";
    Instant now = clock.instant();
    count(new Attempt(shown.substring(0, Math.min(LONGEST, shown.length())), source), now)
        .ifPresent(draft -> activities.append(draft, now));
  }

  /** Tells what was counted. Called by a route; each node has its own counts. */
  public void flush() {
    Instant now = clock.instant();
    due(now).forEach(draft -> activities.append(draft, now));
  }

  private synchronized Optional<ActivityDraft> count(Attempt attempt, Instant now) {
    boolean apart = counts.containsKey(attempt) || counts.size() < TOLD_APART;
    Attempt counted = apart ? attempt : OTHERS;
    Count before = counts.getOrDefault(counted, new Count(0, Instant.MIN));
    Count after = new Count(before.attempts() + 1, before.toldAt());
    counts.put(counted, after);
    return isPaced(after, now) ? Optional.of(tell(counted, after, now)) : Optional.empty();
  }

  private synchronized List<ActivityDraft> due(Instant now) {
    List<ActivityDraft> due = new ArrayList<>();
    counts.entrySet().removeIf(e -> e.getValue().attempts() == 0 && isPaced(e.getValue(), now));
    for (Map.Entry<Attempt, Count> entry : List.copyOf(counts.entrySet())) {
      if (entry.getValue().attempts() > 0 && isPaced(entry.getValue(), now)) {
        due.add(tell(entry.getKey(), entry.getValue(), now));
      }
    }
    return due;
  }

  private static boolean isPaced(Count count, Instant now) {
    return count.toldAt().isBefore(now.minus(PACE));
  }

  private ActivityDraft tell(Attempt attempt, Count count, Instant now) {
    counts.put(attempt, new Count(0, now));
    ActivityDraft draft =
        ActivityDraft.of(Actor.system(), "user_failed_login").with("attempts", count.attempts());
    return attempt.equals(OTHERS)
        ? draft
        : draft.with("email", attempt.email()).with("public_ip", attempt.source());
  }
}
