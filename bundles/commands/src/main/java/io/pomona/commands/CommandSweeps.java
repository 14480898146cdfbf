package io.pomona.commands;

import io.pomona.api.apns.PushCertificates;
import io.pomona.api.apns.Pusher;
import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.WakeStore;
import io.pomona.api.organization.StatusCheck;
import io.pomona.api.outbox.OutboxStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The repeated work of the queue, started by this slice's routes, and how it goes. */
@Component(
    service = {CommandSweeps.class, StatusCheck.class},
    configurationPid = "io.pomona.commands")
public final class CommandSweeps implements StatusCheck {
  private static final Logger LOG = LoggerFactory.getLogger(CommandSweeps.class);
  private static final int EXPIRE_BATCH = 1000;
  private static final int FORGET_BATCH = 10_000;

  private final List<CommandOutcomeListener> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService verdicts;
  private final PushDispatch dispatch;
  private final Sweep push;
  private final Sweep outcomes;
  private final Sweep expiry;
  private final Sweep forgetting;

  @Activate
  public CommandSweeps(
      @Reference CommandQueueStore queue,
      @Reference CommandHistoryStore history,
      @Reference CommandTimelineStore timeline,
      @Reference WakeStore wakes,
      @Reference OutboxStore outbox,
      @Reference Pusher pusher,
      @Reference PushCertificates certificates,
      CommandConfig config) {
    Clock clock = Clock.systemUTC();
    int threads = Math.min(32, Math.max(1, config.verdict_threads()));
    verdicts = Executors.newFixedThreadPool(threads, r -> new Thread(r, "commands.verdicts"));
    PushSchedule schedule = new PushSchedule(() -> ThreadLocalRandom.current().nextDouble());
    int most = Math.max(1, config.max_pushes_under_way());
    dispatch = new PushDispatch(wakes, pusher, certificates, schedule, verdicts, most, clock);
    OutcomeDelivery delivery = new OutcomeDelivery(outbox, history, listeners, clock);
    push = new Sweep("commands.push", dispatch::sweep, clock);
    outcomes = new Sweep("commands.outcomes", delivery::sweep, clock);
    expiry = new Sweep("commands.expire", () -> expire(queue, clock), clock);
    Duration kept = Duration.ofDays(Math.max(1, config.timeline_days()));
    forgetting = new Sweep("commands.forget", () -> forget(timeline, kept, clock), clock);
  }

  private static void expire(CommandQueueStore queue, Clock clock) {
    int ended;
    do {
      ended = queue.expire(clock.instant(), EXPIRE_BATCH);
      if (ended > 0) {
        LOG.info("{} commands were given up at their deadline", ended);
      }
    } while (ended == EXPIRE_BATCH);
  }

  private static void forget(CommandTimelineStore timeline, Duration kept, Clock clock) {
    int forgotten;
    do {
      forgotten = timeline.forget(clock.instant().minus(kept), FORGET_BATCH);
    } while (forgotten >= FORGET_BATCH);
  }

  @Deactivate
  void deactivate() {
    verdicts.shutdown();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(CommandOutcomeListener listener) {
    listeners.add(listener);
  }

  void unbind(CommandOutcomeListener listener) {
    listeners.remove(listener);
  }

  /** Pushes to what is due. */
  public void push() {
    push.run();
  }

  /** Tells the slices how their commands ended. */
  public void outcomes() {
    outcomes.run();
  }

  /** Gives up what is past its deadline. */
  public void expire() {
    expiry.run();
  }

  /** Forgets pushes and NotNows of long ago. */
  public void forget() {
    forgetting.run();
  }

  @Override
  public List<StatusLine> check() {
    return List.of(queue(), push.status(), outcomes.status(), expiry.status(), forgetting.status());
  }

  private StatusLine queue() {
    return dispatch.isAppleAway()
        ? new StatusLine(
            "commands.queue",
            Level.WARNING,
            "Apple's push service is away; commands wait, and Macs that poll by themselves get"
                + " theirs.")
        : new StatusLine(
            "commands.queue", Level.OK, dispatch.underWay() + " pushes are under way.");
  }
}
