package io.pomona.organization.expiry;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.ExpirySource;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.organization.ExpiryStore;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that ends: shows it in the status, and tells of it ahead in the feed. */
@Component(service = {ExpiryWatch.class, StatusCheck.class})
public final class ExpiryWatch implements StatusCheck {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  /** Days before the end, the narrowest first; 0 is the end itself. */
  private static final int[] THRESHOLDS = {0, 1, 7, 14, 30, 60};

  private final List<ExpirySource> sources = new CopyOnWriteArrayList<>();
  private final ExpiryStore store;
  private final Clock clock;

  @Activate
  public ExpiryWatch(@Reference ExpiryStore store) {
    this(store, Clock.systemUTC());
  }

  ExpiryWatch(ExpiryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSource(ExpirySource source) {
    sources.add(source);
  }

  void unbindSource(ExpirySource source) {
    sources.remove(source);
  }

  /** A source that fails is a line of its own, and does not hide the others. */
  @Override
  public List<StatusLine> check() {
    Instant now = clock.instant();
    return sources.stream().flatMap(source -> lines(source, now).stream()).toList();
  }

  private static List<StatusLine> lines(ExpirySource source, Instant now) {
    try {
      return source.expiring().stream().map(thing -> ExpiryLine.of(thing, now)).toList();
    } catch (RuntimeException e) {
      LOG.debug("What ends cannot be told by {}", source.getClass().getName(), e);
      return List.of(ExpiryLine.unknown(source, e));
    }
  }

  /** Called by a route; each node may do it. A source that fails does not stop the others. */
  public void tell() {
    for (Expiring thing : expiring()) {
      Instant now = clock.instant();
      narrowest(thing, now).ifPresent(days -> tell(thing, days, now));
    }
  }

  private List<Expiring> expiring() {
    List<Expiring> all = new ArrayList<>();
    for (ExpirySource source : sources) {
      try {
        all.addAll(source.expiring());
      } catch (RuntimeException e) {
        LOG.warn("What ends cannot be told by {}", source.getClass().getName(), e);
      }
    }
    return all;
  }

  /** Of all that are passed, so that what comes late is told of once. */
  private static OptionalInt narrowest(Expiring thing, Instant now) {
    Duration left = Duration.between(now, thing.notAfter());
    return IntStream.of(THRESHOLDS)
        .filter(days -> left.compareTo(Duration.ofDays(days)) <= 0)
        .findFirst();
  }

  private void tell(Expiring thing, int threshold, Instant now) {
    if (store.tell(thing.name(), thing.notAfter(), threshold, activity(thing, now), now)) {
      String message = ExpiryLine.of(thing, now).message();
      if (threshold == 0) {
        LOG.warn("{}", message);
      } else {
        LOG.info("{}", message);
      }
    }
  }

  private static ActivityDraft activity(Expiring thing, Instant now) {
    return ActivityDraft.of(Actor.system(), "credential_expires")
        .with("name", thing.name())
        .with("subject", thing.subject())
        .with("days_left", ExpiryLine.daysLeft(thing, now))
        .with("expires_at", thing.notAfter().toString());
  }
}
