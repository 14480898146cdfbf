package io.pomona.escrow.lock;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.HostLock;
import io.pomona.api.escrow.HostLockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists each lock twice, the first time under a command of which nothing can be noted. */
record OneIsBroken(HostLockStore next) implements HostLockStore {
  private static final CommandUuid BROKEN = new CommandUuid("0");

  private static HostLock broken(HostLock lock) {
    return new HostLock(
        lock.host(),
        lock.serialNumber(),
        lock.enrolledAt(),
        lock.kind(),
        lock.stage(),
        BROKEN,
        lock.requestedBy(),
        lock.requestedAt(),
        lock.endedAt(),
        lock.detail());
  }

  @Override
  public List<HostLock> standing(String afterCommand, int limit) {
    List<HostLock> all = new ArrayList<>();
    next.standing(afterCommand, limit)
        .forEach(
            lock -> {
              all.add(broken(lock));
              all.add(lock);
            });
    return all;
  }

  @Override
  public int heard(CommandUuid command, Instant lastSeen, Duration grace) {
    if (command.equals(BROKEN)) {
      throw MdmException.unavailable("store.unavailable", "The database did not do it.");
    }
    return next.heard(command, lastSeen, grace);
  }

  @Override
  public Optional<HostLock> begin(
      HostLock lock,
      byte[] sealedPin,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now) {
    return next.begin(lock, sealedPin, command, activity, within, now);
  }

  @Override
  public Map<HostId, HostLock> of(Collection<HostId> hosts) {
    return next.of(hosts);
  }

  @Override
  public Optional<HostLock> find(CommandUuid command) {
    return next.find(command);
  }

  @Override
  public List<HostLock> history(HostId host, String serialNumber, String udid) {
    return next.history(host, serialNumber, udid);
  }

  @Override
  public boolean save(HostLock changed, HostLock.Stage from) {
    return next.save(changed, from);
  }

  @Override
  public Optional<byte[]> view(CommandUuid command, ActivityDraft activity, Instant now) {
    return next.view(command, activity, now);
  }
}
