package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.CommandReport;
import io.pomona.protocol.command.CommandStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

public final class InMemoryCommandQueueStore implements CommandQueueStore {
  private final World world;

  public InMemoryCommandQueueStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<byte[]> exchange(CommandReportEntry entry, Instant now) {
    synchronized (world) {
      CommandReport report = entry.report();
      if (!world.isEnabled(report.channel())) {
        return Optional.empty();
      }
      ChannelRow channel = world.channels.get(report.channel());
      report
          .commandUuid()
          .flatMap(uuid -> world.command(new CommandUuid(uuid), channel.channel))
          .filter(row -> !row.state.isEnded())
          .ifPresent(row -> take(row, entry, now));
      Optional<CommandRow> next = next(channel.channel, report.status());
      next.ifPresent(row -> handOut(row, now));
      if (givesHope(report, next)) {
        channel.attempts = 0;
      }
      if (next.isEmpty() && isAnswer(report) && !world.open(channel.channel).isEmpty()) {
        channel.nextPush = Optional.of(now);
      }
      return next.map(row -> row.command.body());
    }
  }

  private static boolean givesHope(CommandReport report, Optional<CommandRow> next) {
    return report.status() == CommandStatus.IDLE
        ? next.filter(row -> row.putOff).isEmpty()
        : isAnswer(report);
  }

  private static boolean isAnswer(CommandReport report) {
    return report.status() != CommandStatus.IDLE && report.status() != CommandStatus.NOT_NOW;
  }

  private void take(CommandRow row, CommandReportEntry entry, Instant now) {
    switch (entry.report().status()) {
      case IDLE -> {}
      case NOT_NOW -> row.notNow(now);
      case ACKNOWLEDGED -> end(row, CommandState.ACKNOWLEDGED, entry, now);
      case ERROR -> end(row, CommandState.ERROR, entry, now);
      case COMMAND_FORMAT_ERROR -> end(row, CommandState.FORMAT_ERROR, entry, now);
    }
  }

  private void end(CommandRow row, CommandState state, CommandReportEntry entry, Instant now) {
    row.detail = entry.report().reason();
    row.result = Optional.of(entry.raw());
    world.end(row, state, now);
  }

  private Optional<CommandRow> next(ChannelId channel, CommandStatus status) {
    List<CommandRow> open = world.open(channel);
    return first(open, row -> row.state == CommandState.SENT)
        .or(
            () ->
                first(
                    open, row -> status == CommandStatus.IDLE || row.state == CommandState.QUEUED));
  }

  private static Optional<CommandRow> first(List<CommandRow> rows, Predicate<CommandRow> which) {
    return rows.stream().filter(which).findFirst();
  }

  private static void handOut(CommandRow row, Instant now) {
    if (row.state != CommandState.SENT) {
      row.state = CommandState.SENT;
      row.updatedAt = now;
      row.handedOutAt = Optional.of(now);
    }
  }

  @Override
  public List<ChannelId> enqueue(
      List<CommandOrder> orders, List<ActivityDraft> activities, TeamScope within, Instant now) {
    synchronized (world) {
      orders.stream()
          .flatMap(order -> order.channels().stream())
          .forEach(channel -> requireWithin(channel, within));
      List<ChannelId> skipped = world.enqueue(orders, now);
      activities.forEach(activity -> world.write(activity, now));
      return skipped;
    }
  }

  private void requireWithin(ChannelId channel, TeamScope within) {
    if (!world.hostOf(channel).map(host -> within.includes(host.team)).orElse(true)) {
      throw MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
    }
  }

  @Override
  public Cancelled cancel(CommandUuid uuid, Map<ChannelId, ActivityDraft> channels, Instant now) {
    synchronized (world) {
      List<CommandRow> open =
          world.queue.values().stream()
              .filter(row -> row.command.uuid().equals(uuid) && !row.state.isEnded())
              .filter(row -> channels.containsKey(row.channel))
              .toList();
      int underWay = (int) open.stream().filter(row -> row.state == CommandState.SENT).count();
      for (CommandRow row : open) {
        world.cancel(row, channels.get(row.channel).actor().name(), now);
        world.write(channels.get(row.channel), now);
      }
      return new Cancelled(open.size() - underWay, underWay);
    }
  }

  @Override
  public int expire(Instant now, int limit) {
    synchronized (world) {
      List<CommandRow> late =
          world.queue.values().stream()
              .filter(row -> !row.state.isEnded())
              .filter(row -> row.command.deadline().filter(at -> !at.isAfter(now)).isPresent())
              .limit(limit)
              .toList();
      late.forEach(row -> world.end(row, CommandState.EXPIRED, now));
      return late.size();
    }
  }
}
