package io.pomona.testkit;

import io.pomona.api.abm.AbmChanges;
import io.pomona.api.abm.AbmPage;
import io.pomona.api.abm.AbmPage.Unassigned;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AppleDevice;
import io.pomona.protocol.dep.AppleDevice.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens of ABM and the Macs that they bring. */
public final class AbmFixtures {
  public static final AppleAccount ACCOUNT =
      new AppleAccount("Pomona", "5E1F0001", "it@acme.example", "Acme", "10001", 1000, 1000);
  public static final String NODE = "node-1";
  public static final Duration LEASE = Duration.ofMinutes(1);

  private AbmFixtures() {}

  public static NewAbmToken token(String consumerKey, Instant now) {
    return new NewAbmToken(consumerKey, new byte[] {4, 2}, ACCOUNT, now.plus(Duration.ofDays(365)));
  }

  /** A token that is loaded. */
  public static AbmTokenId loaded(StoreSet stores, String consumerKey, Instant now) {
    return stores
        .abmTokens()
        .add(token(consumerKey, now), now, Fixtures.activity("loaded_abm_token"))
        .id();
  }

  /** A Mac as a fetch shows it. */
  public static AppleDevice device(String serial, Instant assignedAt) {
    return new AppleDevice(
        serial,
        "MACBOOK PRO M3",
        "MBP 14 M3",
        "SILVER",
        "Mac",
        "OSX",
        "",
        "empty",
        Optional.of(assignedAt),
        Optional.empty(),
        Optional.empty());
  }

  /** The same as changes tell of it. */
  public static AppleDevice changed(AppleDevice device, Operation operation, Instant at) {
    return new AppleDevice(
        device.serialNumber(),
        device.model(),
        device.description(),
        device.color(),
        device.family(),
        device.os(),
        device.profileUuid(),
        device.profileStatus(),
        device.assignedAt(),
        Optional.of(operation),
        Optional.of(at));
  }

  /**
   * Leases the token, takes a page over and ends the run, so that the next one is due at once. It
   * must be the only token that is due.
   */
  public static AbmChanges take(
      StoreSet stores,
      AbmTokenId token,
      List<AppleDevice> assigned,
      List<Unassigned> unassigned,
      Instant now) {
    stores.abmSync().wake(token, false, Instant.EPOCH, List.of());
    AbmToken leased = stores.abmSync().lease(NODE, LEASE, now).orElseThrow();
    AbmChanges changes =
        stores
            .abmDevices()
            .take(
                new AbmPage(
                    leased.id(), NODE, LEASE, assigned, unassigned, progress("c1", now), now));
    stores.abmSync().succeeded(token, NODE, now, now);
    return changes;
  }

  /** After a complete fetch. */
  public static AbmProgress progress(String cursor, Instant fullAt) {
    return new AbmProgress(Optional.of(cursor), Optional.empty(), Optional.of(fullAt));
  }

  public static AbmChanges assign(StoreSet stores, AbmTokenId token, String serial, Instant at) {
    return take(stores, token, List.of(device(serial, at)), List.of(), at);
  }

  public static AbmChanges unassign(StoreSet stores, AbmTokenId token, String serial, Instant at) {
    return take(stores, token, List.of(), List.of(new Unassigned(serial, at)), at);
  }
}
