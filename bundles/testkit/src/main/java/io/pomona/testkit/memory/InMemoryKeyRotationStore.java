package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotation.Stage;
import io.pomona.api.escrow.KeyRotationId;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.organization.ActivityDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryKeyRotationStore implements KeyRotationStore {
  private final World world;

  public InMemoryKeyRotationStore(World world) {
    this.world = world;
  }

  @Override
  public KeyRotation begin(NewKeyRotation wanted, CommandOrder command, Instant now) {
    synchronized (world) {
      requirePossible(wanted);
      world.enqueue(List.of(command), now);
      KeyRotation begun =
          new KeyRotation(
              new KeyRotationId(world.nextId()),
              wanted,
              command.command().uuid(),
              Stage.SENT,
              "",
              now,
              now,
              wanted.deadline());
      world.recoveryKeys.rotations.put(begun.id().value(), begun);
      return begun;
    }
  }

  private void requirePossible(NewKeyRotation wanted) {
    String udid = wanted.device().device();
    if (world
        .recoveryKeys
        .current(wanted.serialNumber(), udid)
        .filter(row -> row.key.id().equals(wanted.replaces()))
        .isEmpty()) {
      throw MdmException.conflict("escrow.key_replaced", "Another key has come meanwhile.");
    }
    if (!world.isEnabled(wanted.device())) {
      throw MdmException.conflict("escrow.mdm_off", "MDM is off for this Mac.");
    }
    if (world.recoveryKeys.underWay(udid).isPresent()) {
      throw MdmException.conflict("escrow.rotation_under_way", "It is being replaced already.");
    }
  }

  @Override
  public Optional<KeyRotation> find(CommandUuid command) {
    synchronized (world) {
      return world.recoveryKeys.rotations.values().stream()
          .filter(each -> each.command().equals(command))
          .findFirst();
    }
  }

  @Override
  public List<KeyRotation> history(String serialNumber) {
    synchronized (world) {
      return world.recoveryKeys.rotations.descendingMap().values().stream()
          .filter(each -> each.wanted().serialNumber().equals(serialNumber))
          .toList();
    }
  }

  @Override
  public List<KeyRotation> due(Instant now, int limit) {
    synchronized (world) {
      return world.recoveryKeys.rotations.values().stream()
          .filter(each -> !each.stage().isEnded() && !each.nextAt().isAfter(now))
          .sorted(Comparator.comparing(KeyRotation::nextAt))
          .limit(limit)
          .toList();
    }
  }

  @Override
  public boolean await(
      KeyRotationId id, String detail, Instant nextAt, List<CommandOrder> commands, Instant now) {
    synchronized (world) {
      boolean open = put(id, Stage.ASKING, detail, nextAt, now);
      if (open) {
        world.enqueue(commands, now);
      }
      return open;
    }
  }

  @Override
  public boolean end(
      KeyRotationId id,
      Stage stage,
      String detail,
      Optional<NewRecoveryKey> key,
      ActivityDraft activity,
      Instant now) {
    synchronized (world) {
      boolean open = put(id, stage, detail, now, now);
      if (open) {
        key.ifPresent(it -> world.recoveryKeys.add(world.nextId(), it, now));
        world.write(activity, now);
      }
      return open;
    }
  }

  private boolean put(KeyRotationId id, Stage stage, String detail, Instant nextAt, Instant now) {
    KeyRotation old = world.recoveryKeys.rotations.get(id.value());
    if (old == null || old.stage().isEnded()) {
      return false;
    }
    KeyRotation next =
        new KeyRotation(
            id, old.wanted(), old.command(), stage, detail, old.requestedAt(), now, nextAt);
    world.recoveryKeys.rotations.put(id.value(), next);
    return true;
  }
}
