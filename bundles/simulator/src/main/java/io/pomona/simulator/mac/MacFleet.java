package io.pomona.simulator.mac;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many Macs on the few threads of one executor. A Mac polls when a push wakes it, when it wants to
 * by itself, and at the interval; a Mac that waits costs no thread.
 */
public final class MacFleet implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MacFleet.class);

  private final List<FleetMember> members;
  private final Map<String, FleetMember> byToken = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor;
  private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

  /** The executor stays the caller's; its threads block while a Mac talks. */
  public MacFleet(List<VirtualMac> macs, ScheduledExecutorService executor) {
    this.executor = executor;
    this.members = macs.stream().map(mac -> new FleetMember(mac, executor, this::learn)).toList();
    members.forEach(this::learn);
  }

  public List<VirtualMac> macs() {
    return members.stream().map(FleetMember::mac).toList();
  }

  /** A push arrived. A token nobody has, and a magic that is not the Mac's, wake nobody. */
  public void wake(String tokenHex, String pushMagic) {
    Optional.ofNullable(byToken.get(tokenHex))
        .ifPresent(member -> member.push(tokenHex, pushMagic));
  }

  /** All poll once, as after a long night. */
  public void wakeAll() {
    members.forEach(FleetMember::wake);
  }

  /** These are shut: no push and no interval wakes them for as long as this fleet lives. */
  public void shut(List<VirtualMac> macs) {
    members.stream().filter(member -> macs.contains(member.mac())).forEach(FleetMember::rest);
  }

  /** From now on every Mac also polls at this interval, spread evenly over it. */
  public void pollEvery(Duration interval) {
    long step = interval.toMillis() / Math.max(1, members.size());
    for (int i = 0; i < members.size(); i++) {
      rounds.add(
          executor.scheduleAtFixedRate(
              members.get(i)::wake, i * step, interval.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  /** Something done with each Mac on the fleet's threads; gives what went wrong, in words. */
  public List<String> each(MacTask task, Consumer<VirtualMac> done) throws InterruptedException {
    List<Callable<VirtualMac>> tasks = new ArrayList<>();
    for (FleetMember member : members) {
      tasks.add(
          () -> {
            task.run(member.mac());
            learn(member);
            done.accept(member.mac());
            return member.mac();
          });
    }
    List<String> failures = new ArrayList<>();
    for (Future<VirtualMac> future : executor.invokeAll(tasks)) {
      try {
        future.get();
      } catch (ExecutionException e) {
        LOG.warn("A virtual Mac gave up", e.getCause());
        failures.add(String.valueOf(e.getCause().getMessage()));
      }
    }
    return failures;
  }

  private void learn(FleetMember member) {
    for (Channel channel : Channel.values()) {
      member.mac().push(channel).ifPresent(address -> byToken.put(address.tokenHex(), member));
    }
  }

  @Override
  public void close() {
    rounds.forEach(round -> round.cancel(false));
    members.forEach(FleetMember::rest);
  }
}
