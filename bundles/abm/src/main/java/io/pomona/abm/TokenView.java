package io.pomona.abm;

import java.time.Instant;

/**
 * A server token as people see it, in the reference's names where it has them.
 *
 * @param renewDate when it ends
 * @param iosTeam always no team: only Macs are managed
 * @param missingCount those of the Macs that the last fetch of all did not show
 * @param fullSyncAt when the last complete fetch of all Macs began; null before
 * @param fetching whether all Macs are being fetched
 * @param trouble null while all is well
 */
public record TokenView(
    long id,
    String appleId,
    String orgName,
    String mdmServerUrl,
    Instant renewDate,
    boolean termsExpired,
    TeamView macosTeam,
    TeamView iosTeam,
    TeamView ipadosTeam,
    String serverName,
    Instant loadedAt,
    long deviceCount,
    long missingCount,
    Instant syncedAt,
    Instant nextSyncAt,
    Instant fullSyncAt,
    boolean fetching,
    TroubleView trouble) {

  /**
   * @param teamId 0 for no team
   */
  public record TeamView(String name, long teamId) {}

  /**
   * @param kind {@code terms_not_signed}, {@code token_rejected} and so on
   * @param message what to do about it
   * @param detail Apple's word
   */
  public record TroubleView(String kind, String message, String detail, Instant since) {}
}
