package io.pomona.abm;

import io.pomona.abm.apple.AppleRefusal;
import io.pomona.abm.apple.Connections;
import io.pomona.abm.apple.TokenTrial;
import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.abm.AbmDevice;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.abm.NewAbmToken;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.MalformedServerTokenException;
import io.pomona.protocol.dep.ServerToken;
import io.pomona.protocol.dep.ServerTokenReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Server tokens: loaded, renewed in place, given a default team, and ended. */
@Component(service = AbmTokens.class)
public final class AbmTokens {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final AbmTokenStore store;
  private final AbmSyncStore sync;
  private final AbmDeviceStore devices;
  private final AbmKeys keys;
  private final TokenTrial trial;
  private final SecretVault vault;
  private final TeamStore teams;
  private final Clock clock;

  @Activate
  public AbmTokens(
      @Reference AbmTokenStore store,
      @Reference AbmSyncStore sync,
      @Reference AbmDeviceStore devices,
      @Reference AbmKeys keys,
      @Reference TokenTrial trial,
      @Reference SecretVault vault,
      @Reference TeamStore teams) {
    this(store, sync, devices, keys, trial, vault, teams, Clock.systemUTC());
  }

  AbmTokens(
      AbmTokenStore store,
      AbmSyncStore sync,
      AbmDeviceStore devices,
      AbmKeys keys,
      TokenTrial trial,
      SecretVault vault,
      TeamStore teams,
      Clock clock) {
    this.store = store;
    this.sync = sync;
    this.devices = devices;
    this.keys = keys;
    this.trial = trial;
    this.vault = vault;
    this.teams = teams;
    this.clock = clock;
  }

  /** Oldest first. */
  public List<AbmToken> list() {
    return store.list();
  }

  /**
   * Its Macs by serial number.
   *
   * @param missing only those that the last complete fetch did not show
   * @param after the serial number of the last one of the page before, or empty text
   */
  public List<AbmDevice> devices(AbmTokenId id, boolean missing, String after, int limit) {
    required(id);
    return devices.list(id, missing, after, PageRequest.first(limit).limit());
  }

  public AbmToken required(AbmTokenId id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "abm.no_token",
                    "There is no such token of Apple Business Manager; list the tokens."));
  }

  /**
   * @param file a .p7m
   */
  public AbmToken load(Actor actor, byte[] file) {
    NewAbmToken token = proved(read(file));
    AbmToken added =
        store.add(token, clock.instant(), draft(actor, "loaded_abm_token", token.account()));
    LOG.info("Server token of {} is loaded", token.account().serverName());
    return added;
  }

  public AbmToken renew(Actor actor, AbmTokenId id, byte[] file, boolean force) {
    AbmToken before = required(id);
    ServerToken read = read(file);
    boolean other = !read.consumerKey().equals(before.consumerKey());
    if (other && !force) {
      throw MdmException.conflict(
          "abm.other_server",
          "The token is of another MDM server in Apple Business Manager than the one in use, "
              + before.account().serverName()
              + ". Download that server's, or force it: all Macs are fetched anew then.");
    }
    NewAbmToken token = proved(read);
    ActivityDraft activity =
        draft(actor, "renewed_abm_token", token.account())
            .with("previous_apple_id", before.account().adminId())
            .with("server_changed", other);
    AbmToken renewed = store.renew(id, token, clock.instant(), activity);
    LOG.info("Server token of {} is renewed", token.account().serverName());
    return renewed;
  }

  private ServerToken read(byte[] file) {
    try {
      ServerToken token = ServerTokenReader.read(keys.open(ServerTokenReader.enveloped(file)));
      if (!token.expiresAt().isAfter(clock.instant())) {
        throw MdmException.invalid(
            "abm.token_expired",
            "token",
            "The token ended on " + token.expiresAt() + ". Download a new one.");
      }
      return token;
    } catch (MalformedServerTokenException e) {
      throw MdmException.invalid("abm.token_malformed", "token", e.getMessage());
    }
  }

  /** Asks Apple for the account, which also proves the token. */
  private NewAbmToken proved(ServerToken token) {
    try {
      return new NewAbmToken(
          token.consumerKey(),
          vault.seal(Connections.TOKEN, Secret.of(token.toJson())),
          trial.account(token),
          token.expiresAt());
    } catch (AppleRefusal e) {
      throw AppleWords.refused(e);
    }
  }

  /**
   * @return whether it was another one before
   */
  public boolean defaultTeam(Actor actor, AbmTokenId id, Optional<TeamId> team) {
    AbmToken token = required(id);
    if (token.defaultTeam().equals(team)) {
      return false;
    }
    ActivityDraft draft =
        ActivityDraft.of(actor, "edited_abm_default_team")
            .with("organization", token.account().organizationName())
            .with("apple_id", token.account().adminId());
    ActivityDraft to = team.map(now -> draft.with("team_id", now.value())).orElse(draft);
    Optional<Team> before = token.defaultTeam().flatMap(teams::find);
    store.defaultTeam(
        id, team, clock.instant(), List.of(before.map(was -> leaving(to, was)).orElse(to)));
    return true;
  }

  private static ActivityDraft leaving(ActivityDraft draft, Team before) {
    return draft
        .with("previous_team_id", before.id().value())
        .with("previous_team_name", before.name());
  }

  /**
   * @param force also while it assigns Macs
   */
  public void delete(Actor actor, AbmTokenId id, boolean force) {
    AbmToken token = required(id);
    long macs = devices.counts(id).devices();
    if (macs > 0 && !force) {
      throw MdmException.conflict(
          "abm.token_assigns",
          "ABM assigns "
              + macs
              + " Macs by this token. Without it they are no longer pending, and hosts that have"
              + " never enrolled disappear with their teams. Force it if that is meant; to go on"
              + " with another token, renew this one.");
    }
    store.delete(id, clock.instant(), draft(actor, "deleted_abm_token", token.account()));
    LOG.info("Server token of {} is deleted", token.account().serverName());
  }

  /** Makes a synchronization due, unless Apple has asked to wait. */
  public void synchronize(Actor actor, AbmTokenId id, boolean full) {
    AbmToken token = required(id);
    Instant now = clock.instant();
    boolean throttled =
        token.sync().trouble().filter(it -> it.kind() == AbmTrouble.Kind.THROTTLED).isPresent();
    if (throttled && token.sync().dueAt().isAfter(now)) {
      throw MdmException.conflict(
              "abm.throttled", "Apple asks to wait until " + token.sync().dueAt() + ".")
          .retryAfter(Duration.between(now, token.sync().dueAt()));
    }
    ActivityDraft activity =
        ActivityDraft.of(actor, "requested_abm_sync")
            .with("organization", token.account().organizationName())
            .with("apple_id", token.account().adminId())
            .with("full", full);
    sync.wake(id, full, now, List.of(activity));
  }

  private static ActivityDraft draft(Actor actor, String type, AppleAccount account) {
    return ActivityDraft.of(actor, type)
        .with("organization", account.organizationName())
        .with("apple_id", account.adminId())
        .with("mdm_server", account.serverName());
  }
}
