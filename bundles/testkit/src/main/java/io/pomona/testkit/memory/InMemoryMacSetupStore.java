package io.pomona.testkit.memory;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryMacSetupStore implements MacSetupStore {
  private final World world;
  private final InMemorySetupSettingsStore settings;

  public InMemoryMacSetupStore(World world) {
    this.world = world;
    this.settings = new InMemorySetupSettingsStore(world);
  }

  @Override
  public boolean begin(MacSetup setup, List<CommandOrder> commands, Instant now) {
    synchronized (world) {
      boolean known =
          find(setup.host())
              .filter(before -> !before.enrolledAt().isBefore(setup.enrolledAt()))
              .isPresent();
      if (!known) {
        world.enqueue(commands, now);
        world.setup.setups.put(setup.host().value(), setup);
      }
      return !known;
    }
  }

  @Override
  public Optional<MacSetup> find(HostId host) {
    synchronized (world) {
      return Optional.ofNullable(world.setup.setups.get(host.value()));
    }
  }

  @Override
  public Optional<MacSetup> byDownload(String tokenSha256) {
    synchronized (world) {
      return world.setup.setups.values().stream()
          .filter(
              setup ->
                  setup
                      .download()
                      .map(SetupDownload::tokenSha256)
                      .filter(tokenSha256::equals)
                      .isPresent())
          .findFirst();
    }
  }

  @Override
  public List<ChannelId> unbegun(Instant enrolledBefore, int limit) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(row -> row.awaitingConfiguration && row.enabled && !row.channel.isUser())
          .filter(row -> isUnbegun(row, enrolledBefore))
          .map(row -> row.channel)
          .limit(limit)
          .toList();
    }
  }

  private boolean isUnbegun(ChannelRow row, Instant enrolledBefore) {
    return world
        .host(row.host)
        .filter(host -> host.mdm.isOn())
        .flatMap(host -> host.enrolledAt)
        .filter(at -> at.isBefore(enrolledBefore))
        .filter(
            at ->
                find(row.host)
                    .filter(setup -> !setup.enrolledAt().isBefore(at))
                    .filter(setup -> !setup.endedUnreleased())
                    .isEmpty())
        .isPresent();
  }

  @Override
  public List<MacSetup> open(HostId after, int limit) {
    synchronized (world) {
      return world.setup.setups.tailMap(after.value(), false).values().stream()
          .filter(setup -> setup.stage() != SetupStage.ENDED)
          .filter(this::isOfThisEnrollment)
          .limit(limit)
          .toList();
    }
  }

  @Override
  public Counts counts(Instant now) {
    synchronized (world) {
      List<MacSetup> open = open(new HostId(0), Integer.MAX_VALUE);
      List<MacSetup> late =
          open.stream().filter(setup -> !setup.release().deadline().isAfter(now)).toList();
      long forAdmin =
          late.stream()
              .filter(setup -> setup.stage() == SetupStage.PREPARING)
              .filter(this::isReleasedByAdmin)
              .count();
      return new Counts(open.size(), late.size(), forAdmin);
    }
  }

  private boolean isReleasedByAdmin(MacSetup setup) {
    return world
        .host(setup.host())
        .map(host -> settings.of(host.team).releaseManually())
        .orElse(false);
  }

  private boolean isOfThisEnrollment(MacSetup setup) {
    return world
        .host(setup.host())
        .filter(host -> host.mdm.isOn())
        .flatMap(host -> host.enrolledAt)
        .filter(setup.enrolledAt()::equals)
        .isPresent();
  }

  @Override
  public boolean save(MacSetup changed, Effects effects, Instant now) {
    synchronized (world) {
      Optional<MacSetup> before =
          find(changed.host())
              .filter(is -> is.version() == changed.version())
              .filter(is -> is.enrolledAt().equals(changed.enrolledAt()));
      before.ifPresent(is -> keep(changed, effects, now));
      return before.isPresent();
    }
  }

  private void keep(MacSetup changed, Effects effects, Instant now) {
    world.requireUnused(effects.commands());
    world.enqueue(effects.commands(), now);
    effects.ahead().ifPresent(uuid -> goAhead(world.open(changed.device()), uuid));
    effects.activities().forEach(activity -> world.write(activity, now));
    world.setup.setups.put(changed.host().value(), changed.next());
  }

  private static void goAhead(List<CommandRow> open, CommandUuid first) {
    if (open.stream().anyMatch(row -> row.command.uuid().equals(first))) {
      open.stream()
          .filter(row -> !row.command.uuid().equals(first))
          .filter(row -> row.state == CommandState.SENT)
          .forEach(row -> row.state = row.putOff ? CommandState.NOT_NOW : CommandState.QUEUED);
    }
  }
}
