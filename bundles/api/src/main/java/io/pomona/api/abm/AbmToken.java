package io.pomona.api.abm;

import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * A server token: an MDM server of ABM that stands for us. What signs calls with it is kept apart.
 *
 * @param consumerKey Apple's name for the server; stays when the token is renewed
 * @param account as Apple described it last
 * @param defaultTeam of Macs that it brings; empty for none
 * @param expiresAt when Apple takes it no more
 * @param loadedAt when it was loaded or last renewed
 */
public record AbmToken(
    AbmTokenId id,
    String consumerKey,
    AppleAccount account,
    Optional<TeamId> defaultTeam,
    Instant expiresAt,
    Instant loadedAt,
    AbmSyncState sync) {}
