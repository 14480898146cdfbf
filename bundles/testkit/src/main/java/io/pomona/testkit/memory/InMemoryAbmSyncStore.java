package io.pomona.testkit.memory;

import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.testkit.memory.AbmTables.TokenRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryAbmSyncStore implements AbmSyncStore {
  private final World world;

  public InMemoryAbmSyncStore(World world) {
    this.world = world;
  }

  @Override
  public Optional<AbmToken> lease(String holder, Duration time, Instant now) {
    synchronized (world) {
      Optional<TokenRow> due =
          world.abm.tokens.values().stream()
              .filter(row -> !row.dueAt.isAfter(now) && !row.leasedUntil.isAfter(now))
              .min(Comparator.comparing(row -> row.dueAt));
      due.ifPresent(
          row -> {
            row.holder = Optional.of(holder);
            row.leasedUntil = now.plus(time);
            row.woken = false;
          });
      return due.map(TokenRow::toToken);
    }
  }

  @Override
  public void hold(AbmTokenId token, String holder, Duration time, Instant now) {
    synchronized (world) {
      world.abm.leased(token, holder).leasedUntil = now.plus(time);
    }
  }

  @Override
  public void succeeded(AbmTokenId token, String holder, Instant dueAt, Instant now) {
    synchronized (world) {
      TokenRow row = world.abm.leased(token, holder);
      row.dueAt = row.woken ? row.dueAt : dueAt;
      row.syncedAt = Optional.of(now);
      row.attempts = 0;
      row.trouble = Optional.empty();
      row.free();
    }
  }

  @Override
  public void failed(
      AbmTokenId token, String holder, AbmProgress progress, Failure failure, Instant now) {
    synchronized (world) {
      TokenRow row = world.abm.leased(token, holder);
      Instant since =
          row.trouble
              .filter(was -> was.kind() == failure.kind())
              .map(AbmTrouble::since)
              .orElse(now);
      row.advance(progress);
      row.trouble = Optional.of(new AbmTrouble(failure.kind(), failure.word(), since));
      row.attempts++;
      row.dueAt = failure.dueAt();
      row.free();
    }
  }

  @Override
  public void wake(AbmTokenId token, boolean full, Instant now, List<ActivityDraft> activities) {
    synchronized (world) {
      TokenRow row = world.abm.required(token);
      row.dueAt = now;
      row.woken = true;
      row.fullWanted |= full;
      activities.forEach(activity -> world.write(activity, now));
    }
  }

  @Override
  public Optional<byte[]> session(AbmTokenId token) {
    synchronized (world) {
      return world.abm.token(token).flatMap(row -> row.session);
    }
  }

  @Override
  public void session(AbmTokenId token, byte[] signing, Optional<byte[]> sealed) {
    synchronized (world) {
      world
          .abm
          .token(token)
          .filter(row -> Arrays.equals(row.said.sealed(), signing))
          .ifPresent(row -> row.session = sealed);
    }
  }
}
