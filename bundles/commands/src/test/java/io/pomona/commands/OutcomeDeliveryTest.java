package io.pomona.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.commands.NewCommand;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.Reports;
import io.pomona.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class OutcomeDeliveryTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ChannelId mac = Fixtures.enrolledMac(stores, 1, clock.instant()).channel();
  private final List<CommandOutcomeListener> listeners = new ArrayList<>();
  private final OutcomeDelivery delivery =
      new OutcomeDelivery(stores.outbox(), stores.commandHistory(), listeners, clock);

  private static final class Listener implements CommandOutcomeListener {
    private final String owner;
    private final List<CommandOutcome> told = new ArrayList<>();
    private int failures;

    Listener(String owner, int failures) {
      this.owner = owner;
      this.failures = failures;
    }

    @Override
    public String owner() {
      return owner;
    }

    @Override
    public void ended(CommandOutcome outcome) {
      told.add(outcome);
      if (failures-- > 0) {
        throw new IllegalStateException("not now");
      }
    }
  }

  private Listener listener(String owner, int failures) {
    Listener listener = new Listener(owner, failures);
    listeners.add(listener);
    return listener;
  }

  private CommandUuid answered(String owner) {
    NewCommand command = Fixtures.command("ProfileList", owner, clock.instant());
    stores
        .commandQueue()
        .enqueue(List.of(new CommandOrder(command, List.of(mac))), List.of(), clock.instant());
    stores.commandQueue().exchange(Reports.idle(mac), clock.instant());
    stores.commandQueue().exchange(Reports.acknowledged(mac, command.uuid()), clock.instant());
    return command.uuid();
  }

  private void run(Duration time) {
    for (long second = 0; second < time.toSeconds(); second++) {
      clock.advance(Duration.ofSeconds(1));
      delivery.sweep();
    }
  }

  @Test
  public void theOwnerIsToldOnceWithTheAnswer() {
    Listener profiles = listener("profiles", 0);
    Listener others = listener("enrollment", 0);
    CommandUuid uuid = answered("profiles");
    run(Duration.ofMinutes(10));
    assertEquals(1, profiles.told.size());
    assertEquals(uuid, profiles.told.get(0).command().uuid());
    assertEquals(CommandState.ACKNOWLEDGED, profiles.told.get(0).command().state());
    assertTrue(profiles.told.get(0).answer().isPresent());
    assertEquals(0, others.told.size());
  }

  @Test
  public void aListenerThatThrowsIsToldAgainAndHoldsUpNobody() {
    Listener profiles = listener("profiles", 5);
    Listener others = listener("enrollment", 0);
    answered("profiles");
    answered("enrollment");
    delivery.sweep();
    assertEquals(1, others.told.size());
    run(Duration.ofMinutes(5));
    assertEquals(6, profiles.told.size());
    assertEquals(1, others.told.size());
  }

  @Test
  public void anOutcomeWaitsForItsOwner() {
    answered("profiles");
    run(Duration.ofHours(1));
    Listener late = listener("profiles", 0);
    run(Duration.ofMinutes(31));
    assertEquals(1, late.told.size());
  }

  @Test
  public void cancelledAndExpiredAreToldWithoutAnAnswer() {
    Listener profiles = listener("profiles", 0);
    Optional<java.time.Instant> deadline = Optional.of(clock.instant().plusSeconds(10));
    for (Optional<java.time.Instant> end : List.of(deadline, Optional.<java.time.Instant>empty())) {
      NewCommand command =
          Fixtures.command("ProfileList", "profiles", NewCommand.ROUTINE, clock.instant(), end);
      stores
          .commandQueue()
          .enqueue(List.of(new CommandOrder(command, List.of(mac))), List.of(), clock.instant());
      if (end.isEmpty()) {
        stores
            .commandQueue()
            .cancel(
                command.uuid(),
                Map.of(mac, Fixtures.activity("canceled_mdm_command")),
                clock.instant());
      }
    }
    clock.advance(Duration.ofSeconds(20));
    stores.commandQueue().expire(clock.instant(), 10);
    delivery.sweep();
    assertEquals(
        java.util.Set.of(CommandState.CANCELLED, CommandState.EXPIRED),
        profiles.told.stream()
            .map(outcome -> outcome.command().state())
            .collect(java.util.stream.Collectors.toSet()));
    assertTrue(profiles.told.stream().allMatch(outcome -> outcome.answer().isEmpty()));
  }

  @Test
  public void manyOutcomesGoInOneSweep() {
    Listener profiles = listener("profiles", 0);
    for (int i = 0; i < 450; i++) {
      answered("profiles");
    }
    delivery.sweep();
    assertEquals(450, profiles.told.size());
  }
}
