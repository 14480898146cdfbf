package io.pomona.abm;

import io.pomona.abm.TokenView.TeamView;
import io.pomona.abm.TokenView.TroubleView;
import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmDeviceStore.Counts;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamLookup;
import io.pomona.api.organization.TeamStore;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes tokens readable. */
@Component(service = TokenViews.class)
public final class TokenViews {
  private static final String MDM_PATH = "/mdm/apple/mdm";
  private static final TeamView NO_TEAM = new TeamView(TeamLookup.NO_TEAM, 0);

  private final AbmDeviceStore devices;
  private final TeamStore teams;
  private final OrganizationStore organization;

  @Activate
  public TokenViews(
      @Reference AbmDeviceStore devices,
      @Reference TeamStore teams,
      @Reference OrganizationStore organization) {
    this.devices = devices;
    this.teams = teams;
    this.organization = organization;
  }

  public TokenView of(AbmToken token) {
    AbmSyncState sync = token.sync();
    Counts counts = devices.counts(token.id());
    return new TokenView(
        token.id().value(),
        token.account().adminId(),
        token.account().organizationName(),
        organization.settings().map(OrganizationSettings::serverUrl).orElse("") + MDM_PATH,
        token.expiresAt(),
        BusinessManagerSettings.isTermsExpired(token),
        team(token),
        NO_TEAM,
        NO_TEAM,
        token.account().serverName(),
        token.loadedAt(),
        counts.devices(),
        counts.missing(),
        sync.syncedAt().orElse(null),
        sync.dueAt(),
        sync.progress().fullAt().orElse(null),
        sync.progress().fetch().isPresent(),
        sync.trouble().map(TokenViews::trouble).orElse(null));
  }

  private TeamView team(AbmToken token) {
    return token
        .defaultTeam()
        .flatMap(teams::find)
        .map(team -> new TeamView(team.name(), team.id().value()))
        .orElse(NO_TEAM);
  }

  /** Empty text for none. */
  public String teamName(AbmToken token) {
    return token.defaultTeam().flatMap(teams::find).map(Team::name).orElse("");
  }

  private static TroubleView trouble(AbmTrouble trouble) {
    return new TroubleView(
        trouble.kind().name().toLowerCase(Locale.ROOT),
        AppleWords.of(trouble.kind()),
        trouble.word(),
        trouble.since());
  }
}
