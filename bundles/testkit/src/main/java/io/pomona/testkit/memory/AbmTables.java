package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.AppleDevice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tokens with their synchronization, and the Macs that they bring. */
final class AbmTables {
  final TreeMap<Long, TokenRow> tokens = new TreeMap<>();
  final TreeMap<String, DeviceRow> devices = new TreeMap<>();
  final Map<Departure, Instant> departures = new HashMap<>();

  record Departure(AbmTokenId token, String serial) {}

  Optional<TokenRow> token(AbmTokenId id) {
    return Optional.ofNullable(tokens.get(id.value()));
  }

  TokenRow required(AbmTokenId id) {
    return token(id)
        .orElseThrow(() -> MdmException.notFound("abm.no_token", "There is no such token."));
  }

  TokenRow leased(AbmTokenId id, String holder) {
    return token(id)
        .filter(row -> row.holder.equals(Optional.of(holder)))
        .orElseThrow(() -> MdmException.conflict("abm.lease_lost", "The lease is over."));
  }

  static final class TokenRow {
    final AbmTokenId id;
    NewAbmToken said;
    AppleAccount account;
    Instant loadedAt;
    Optional<TeamId> team = Optional.empty();
    AbmProgress progress = AbmProgress.none();
    Optional<Instant> syncedAt = Optional.empty();
    Instant dueAt;
    boolean woken;
    int attempts;
    boolean fullWanted = true;
    boolean serverChanged;
    Optional<AbmTrouble> trouble = Optional.empty();
    Optional<String> holder = Optional.empty();
    Instant leasedUntil = Instant.EPOCH;
    Optional<byte[]> session = Optional.empty();

    TokenRow(AbmTokenId id, NewAbmToken said, Instant now) {
      this.id = id;
      this.dueAt = now;
      take(said, now);
    }

    void take(NewAbmToken token, Instant now) {
      said = token;
      account = token.account();
      loadedAt = now;
    }

    void leave(TeamId gone) {
      team = team.filter(id -> !id.equals(gone));
    }

    void advance(AbmProgress to) {
      fullWanted = fullWanted && to.fetch().isEmpty() && to.fullAt().equals(progress.fullAt());
      progress = to;
    }

    void free() {
      holder = Optional.empty();
      leasedUntil = Instant.EPOCH;
    }

    AbmToken toToken() {
      AbmSyncState sync =
          new AbmSyncState(progress, syncedAt, dueAt, attempts, fullWanted, trouble);
      return new AbmToken(id, said.consumerKey(), account, team, said.expiresAt(), loadedAt, sync);
    }
  }

  /** Whether the last fetch of all had it not. */
  boolean isMissing(DeviceRow row) {
    return token(row.token)
        .flatMap(token -> token.progress.fullAt())
        .filter(row.seenAt::isBefore)
        .isPresent();
  }

  static final class DeviceRow {
    final AbmTokenId token;
    final HostId host;
    final boolean hostMade;
    final AppleDevice said;
    final Optional<Instant> operationAt;
    final Instant seenAt;

    DeviceRow(
        AbmTokenId token,
        HostId host,
        boolean hostMade,
        AppleDevice said,
        Optional<Instant> operationAt,
        Instant seenAt) {
      this.token = token;
      this.host = host;
      this.hostMade = hostMade;
      this.said = said;
      this.operationAt = operationAt;
      this.seenAt = seenAt;
    }

    boolean isNewerThan(Optional<Instant> at) {
      return at.isPresent() && operationAt.filter(mine -> mine.isAfter(at.get())).isPresent();
    }

    boolean isAssignedAnew(AbmTokenId byToken, Optional<Instant> at) {
      return !token.equals(byToken)
          || at.isPresent() && said.assignedAt().filter(at.get()::isAfter).isPresent();
    }

    AbmDevice toDevice() {
      return new AbmDevice(
          said.serialNumber(),
          token,
          host,
          said.model(),
          said.description(),
          said.color(),
          Optional.of(said.profileUuid()).filter(text -> !text.isEmpty()),
          said.assignedAt());
    }
  }
}
