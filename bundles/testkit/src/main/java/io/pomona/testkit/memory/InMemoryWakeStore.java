package io.pomona.testkit.memory;

import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.commands.PushRecord;
import io.pomona.api.commands.WakeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryWakeStore implements WakeStore {
  private final World world;

  public InMemoryWakeStore(World world) {
    this.world = world;
  }

  @Override
  public List<Wake> lease(int limit, Instant now, Duration lease) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(row -> row.isDue(now) && !world.open(row.channel).isEmpty())
          .sorted(Comparator.comparing(row -> row.nextPush.orElse(now)))
          .limit(limit)
          .map(row -> lease(row, now.plus(lease)))
          .toList();
    }
  }

  private static Wake lease(ChannelRow row, Instant until) {
    row.nextPush = Optional.of(until);
    row.leasedUntil = Optional.of(until);
    return new Wake(row.channel, row.push.orElseThrow(), row.attempts);
  }

  @Override
  public void pushed(List<Pushed> pushes) {
    synchronized (world) {
      for (Pushed push : pushes) {
        world.channel(push.channel()).ifPresent(row -> note(row, push));
        world.pushes.put(world.nextId(), kept(push));
      }
    }
  }

  private static PushRecord kept(Pushed push) {
    PushVerdict verdict = push.verdict();
    return new PushRecord(push.channel(), push.at(), verdict.outcome(), verdict.reason());
  }

  /** Only what waits is kept here. */
  @Override
  public void forgetEmptied(Instant now) {}

  private static void note(ChannelRow row, Pushed push) {
    PushVerdict verdict = push.verdict();
    row.attempts++;
    if (row.leasedUntil.equals(row.nextPush)) {
      row.nextPush = Optional.of(push.nextPush());
    }
    row.leasedUntil = Optional.empty();
    boolean unknown =
        verdict.outcome() == Outcome.UNREGISTERED || verdict.outcome() == Outcome.BAD_TOKEN;
    boolean newer = verdict.since().filter(row.tokenAt::isAfter).isPresent();
    boolean same =
        row.push.filter(now -> Arrays.equals(now.token(), push.target().token())).isPresent();
    row.tokenOutOfUse |= unknown && same && !newer;
  }
}
