package io.pomona.simulator.mac;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Mac of a fleet: at most one thread at a time talks for it, and no push is lost meanwhile. */
final class FleetMember {

  private static final Logger LOG = LoggerFactory.getLogger(FleetMember.class);

  /** A Mac that found no server comes back after this long. */
  private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(5);

  private final VirtualMac mac;
  private final ScheduledExecutorService executor;
  private final Consumer<FleetMember> changed;
  private final Set<Channel> due = EnumSet.noneOf(Channel.class);
  private boolean running;
  private boolean resting;

  FleetMember(VirtualMac mac, ScheduledExecutorService executor, Consumer<FleetMember> changed) {
    this.mac = mac;
    this.executor = executor;
    this.changed = changed;
  }

  VirtualMac mac() {
    return mac;
  }

  void push(String tokenHex, String magic) {
    for (Channel channel : Channel.values()) {
      Optional<PushAddress> address = mac.push(channel);
      if (address
          .filter(a -> a.tokenHex().equals(tokenHex) && a.magic().equals(magic))
          .isPresent()) {
        due(channel);
      }
    }
  }

  void wake() {
    due(Channel.DEVICE);
    if (mac.push(Channel.USER).isPresent()) {
      due(Channel.USER);
    }
  }

  synchronized void rest() {
    resting = true;
    due.clear();
  }

  private synchronized void due(Channel channel) {
    if (resting) {
      return;
    }
    due.add(channel);
    if (!running) {
      running = true;
      start();
    }
  }

  private void start() {
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      rest();
    }
  }

  private void work() {
    Optional<Channel> next = nextDue();
    while (next.isPresent()) {
      talk(next.get());
      next = nextDue();
    }
  }

  private synchronized Optional<Channel> nextDue() {
    Optional<Channel> next = due.stream().findFirst();
    next.ifPresent(due::remove);
    running = next.isPresent();
    return next;
  }

  private void talk(Channel channel) {
    try {
      PollOutcome outcome = mac.poll(channel);
      changed.accept(this);
      LOG.debug("{} {} {}", mac.hardware().serial(), channel, outcome);
      again(outcome).ifPresent(pause -> later(channel, pause));
    } catch (RuntimeException e) {
      LOG.warn("Virtual Mac {} stumbled", mac.hardware().serial(), e);
    }
  }

  private static Optional<Duration> again(PollOutcome outcome) {
    return switch (outcome.ending()) {
      case UNREACHABLE, REFUSED -> Optional.of(UNREACHABLE_PAUSE);
      default -> outcome.pollAgain();
    };
  }

  private void later(Channel channel, Duration pause) {
    try {
      executor.schedule(() -> due(channel), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      rest();
    }
  }
}
