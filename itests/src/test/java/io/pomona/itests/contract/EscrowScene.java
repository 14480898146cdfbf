package io.pomona.itests.contract;

import io.pomona.api.Secret;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.RecoveryLock;
import io.pomona.api.escrow.RecoveryLock.Stage;
import io.pomona.api.organization.Actor;
import io.pomona.escrow.lock.HostLocks;
import io.pomona.escrow.lock.LockScreen;
import io.pomona.escrow.recoverylock.RecoveryLocks;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives the Mac of a place, if there is one, what a call is about; nobody has asked for it. */
record EscrowScene(
    InMemoryStoreSet stores, HostLocks locks, RecoveryLocks recovery, FakeSecretVault vault) {
  private Optional<Host> host(Place place) {
    return stores.hosts().find(new HostId(place.host()));
  }

  Place locked(Place place) {
    host(place).ifPresent(host -> locks.lock(Actor.system(), host, LockScreen.PLAIN, false));
    return place;
  }

  Place silicon(Place place) {
    stores
        .hosts()
        .report(
            ChannelId.device(place.udid()),
            Optional.empty(),
            new HostInventory(
                Optional.of(PlistDict.builder().put("IsAppleSilicon", true).build()),
                Optional.empty()),
            SettableClock.START);
    return place;
  }

  /** With a password that the Mac has taken. */
  Place withPassword(Place place) {
    host(silicon(place)).ifPresent(this::setPassword);
    return place;
  }

  private void setPassword(Host host) {
    RecoveryLock lock = recovery.set(Actor.system(), host);
    Instant now = SettableClock.START;
    stores
        .recoveryLocks()
        .save(lock.checked(Stage.VERIFIED, now, ""), Stage.PENDING, List.of(), now);
  }

  Place withCode(Place place) {
    BypassCode code =
        new BypassCode(
            CommandUuid.random(),
            new HostId(place.host()),
            "",
            place.udid(),
            SettableClock.START,
            SettableClock.START,
            Optional.empty());
    stores.bypassCodes().add(code, vault.seal("escrow.bypass_code", Secret.of("3UM43")));
    return place;
  }
}
