package io.pomona.testkit.memory;

import io.pomona.api.MdmException;
import io.pomona.api.abm.AbmProgress;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.testkit.memory.AbmTables.TokenRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryAbmTokenStore implements AbmTokenStore {
  private final World world;

  public InMemoryAbmTokenStore(World world) {
    this.world = world;
  }

  @Override
  public List<AbmToken> list() {
    synchronized (world) {
      return world.abm.tokens.values().stream().map(TokenRow::toToken).toList();
    }
  }

  @Override
  public Optional<AbmToken> find(AbmTokenId id) {
    synchronized (world) {
      return world.abm.token(id).map(TokenRow::toToken);
    }
  }

  @Override
  public Optional<byte[]> sealed(AbmTokenId id) {
    synchronized (world) {
      return world.abm.token(id).map(row -> row.said.sealed());
    }
  }

  @Override
  public AbmToken add(NewAbmToken token, Instant now, ActivityDraft activity) {
    synchronized (world) {
      requireFree(token, 0);
      TokenRow row = new TokenRow(new AbmTokenId(world.nextId()), token, now);
      world.abm.tokens.put(row.id.value(), row);
      world.write(activity, now);
      return row.toToken();
    }
  }

  private void requireFree(NewAbmToken token, long but) {
    if (world.abm.tokens.values().stream()
        .anyMatch(
            row -> row.id.value() != but && row.said.consumerKey().equals(token.consumerKey()))) {
      throw MdmException.conflict("abm.token_loaded", "A token of this server is loaded.");
    }
  }

  @Override
  public AbmToken renew(AbmTokenId id, NewAbmToken token, Instant now, ActivityDraft activity) {
    synchronized (world) {
      TokenRow row = world.abm.required(id);
      requireFree(token, id.value());
      if (!row.said.consumerKey().equals(token.consumerKey())) {
        row.fullWanted = true;
        row.progress = AbmProgress.none();
        row.serverChanged = true;
        world.assignment.definitions.keySet().removeIf(key -> key.token().equals(id));
      }
      row.take(token, now);
      row.dueAt = now;
      row.attempts = 0;
      row.trouble = Optional.empty();
      row.session = Optional.empty();
      row.free();
      world.write(activity, now);
      return row.toToken();
    }
  }

  @Override
  public void defaultTeam(
      AbmTokenId id, Optional<TeamId> team, Instant now, List<ActivityDraft> activities) {
    synchronized (world) {
      world.requireTeam(team);
      world.abm.required(id).team = team;
      activities.forEach(activity -> world.write(activity, now));
    }
  }

  @Override
  public void describe(AbmTokenId id, String holder, AppleAccount account) {
    synchronized (world) {
      world.abm.leased(id, holder).account = account;
    }
  }

  @Override
  public void delete(AbmTokenId id, Instant now, ActivityDraft activity) {
    synchronized (world) {
      world.abm.required(id);
      List<String> serials =
          world.abm.devices.entrySet().stream()
              .filter(entry -> entry.getValue().token.equals(id))
              .map(Map.Entry::getKey)
              .toList();
      serials.forEach(serial -> InMemoryAbmDeviceStore.release(world, serial));
      world.abm.departures.keySet().removeIf(gone -> gone.token().equals(id));
      world.abm.tokens.remove(id.value());
      world.write(activity, now);
    }
  }
}
