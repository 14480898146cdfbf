package io.pomona.enrollment;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.outbox.OutboxItem;
import io.pomona.api.outbox.OutboxStore;
import io.pomona.api.outbox.OutboxTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners what happened to enrollments, until each has heard it. */
@Component(service = EnrollmentNews.class)
public final class EnrollmentNews {
  private static final Logger LOG = LoggerFactory.getLogger(EnrollmentNews.class);
  private static final Set<OutboxTopic> TOPICS =
      EnumSet.of(
          OutboxTopic.ENROLLED,
          OutboxTopic.TOKEN_UPDATED,
          OutboxTopic.REPORTED,
          OutboxTopic.CHECKED_OUT);
  private static final int BATCH = 200;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int LONGEST_PAUSE_SECONDS = 600;

  private final List<DeviceListener> listeners = new CopyOnWriteArrayList<>();
  private final OutboxStore outbox;
  private final EnrollmentStore enrollments;
  private final Clock clock;

  @Activate
  public EnrollmentNews(@Reference OutboxStore outbox, @Reference EnrollmentStore enrollments) {
    this(outbox, enrollments, Clock.systemUTC());
  }

  EnrollmentNews(OutboxStore outbox, EnrollmentStore enrollments, Clock clock) {
    this.outbox = outbox;
    this.enrollments = enrollments;
    this.clock = clock;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(DeviceListener listener) {
    listeners.add(listener);
  }

  void unbind(DeviceListener listener) {
    listeners.remove(listener);
  }

  /** Delivers all that is due. Called by a route. */
  public void deliver() {
    List<OutboxItem> items = lease();
    while (!items.isEmpty()) {
      tellAll(items);
      items = items.size() < BATCH ? List.of() : lease();
    }
  }

  private List<OutboxItem> lease() {
    return outbox.lease(TOPICS, BATCH, clock.instant(), LEASE);
  }

  private void tellAll(List<OutboxItem> items) {
    List<Long> delivered = new ArrayList<>();
    for (OutboxItem item : items) {
      if (isHeard(item)) {
        delivered.add(item.id());
      } else {
        outbox.retry(item.id(), clock.instant().plus(pause(item)));
      }
    }
    if (!delivered.isEmpty()) {
      outbox.done(delivered);
    }
  }

  private boolean isHeard(OutboxItem item) {
    return enrollments.find(item.channel()).map(known -> isHeard(item, known)).orElse(true);
  }

  private boolean isHeard(OutboxItem item, Enrollment enrollment) {
    boolean heard = true;
    for (DeviceListener listener : listeners) {
      try {
        tell(listener, item.topic(), enrollment);
      } catch (RuntimeException e) {
        LOG.warn("{} of {} will be told again", item.topic(), item.channel(), e);
        heard = false;
      }
    }
    return heard;
  }

  private static void tell(DeviceListener listener, OutboxTopic topic, Enrollment enrollment) {
    switch (topic) {
      case ENROLLED -> listener.enrolled(enrollment);
      case TOKEN_UPDATED -> listener.tokenUpdated(enrollment);
      case REPORTED -> listener.reported(enrollment);
      case CHECKED_OUT -> listener.checkedOut(enrollment);
      case COMMAND_ENDED -> throw new IllegalArgumentException("not about an enrollment");
    }
  }

  private static Duration pause(OutboxItem item) {
    long seconds = 1L << Math.min(item.attempts(), 20);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE_SECONDS));
  }
}
