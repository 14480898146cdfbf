package io.pomona.abm;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.apple_bm_*}: the default team of the only token, and how it is. Of several tokens the
 * first is shown, and each is set by its own call. What is only a report is not a wish: in a file
 * it changes nothing.
 */
@Component
public final class BusinessManagerSettings implements SettingsSection {
  private static final String TEAM = "apple_bm_default_team";
  private static final String TERMS = "apple_bm_terms_expired";
  private static final String CONNECTED = "apple_bm_enabled_and_configured";

  private final AbmTokens tokens;
  private final TeamStore teams;

  @Activate
  public BusinessManagerSettings(@Reference AbmTokens tokens, @Reference TeamStore teams) {
    this.tokens = tokens;
    this.teams = teams;
  }

  @Override
  public List<String> path() {
    return List.of("mdm");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    List<AbmToken> all = tokens.list();
    return Map.of(
        TEAM,
        team(all),
        TERMS,
        all.stream().anyMatch(BusinessManagerSettings::isTermsExpired),
        CONNECTED,
        !all.isEmpty());
  }

  private String team(List<AbmToken> all) {
    return all.stream()
        .findFirst()
        .flatMap(AbmToken::defaultTeam)
        .flatMap(teams::find)
        .map(Team::name)
        .orElse("");
  }

  static boolean isTermsExpired(AbmToken token) {
    return token
        .sync()
        .trouble()
        .filter(it -> it.kind() == AbmTrouble.Kind.TERMS_NOT_SIGNED)
        .isPresent();
  }

  @Override
  public SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    List<AbmToken> all = tokens.list();
    return new SettingsExport(all.size() == 1 ? Map.of(TEAM, team(all)) : Map.of(), Map.of());
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return name(wish).flatMap(this::wrong).map(reason -> new FieldError(TEAM, reason)).stream()
        .toList();
  }

  /** Empty for a wish that is true already, whatever there is. */
  private Optional<String> wrong(String name) {
    List<AbmToken> all = tokens.list();
    if (name.equalsIgnoreCase(team(all))) {
      return Optional.empty();
    }
    if (!name.isEmpty() && teams.named(name).isEmpty()) {
      return Optional.of("there is no team " + name + "; list the teams");
    }
    if (all.isEmpty()) {
      return Optional.of("Apple Business Manager is not connected; load its server token first");
    }
    return all.size() == 1
        ? Optional.empty()
        : Optional.of(
            "there are "
                + all.size()
                + " server tokens; set the team of each with PATCH /api/v1/abm_tokens/{id}/teams");
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    List<AbmToken> all = tokens.list();
    return name(wish)
        .filter(name -> all.size() == 1)
        .filter(name -> tokens.defaultTeam(actor, all.get(0).id(), teams.named(name).map(Team::id)))
        .map(name -> SettingsChange.changed("the default team of new Macs, to " + shown(name)))
        .stream()
        .toList();
  }

  private static String shown(String name) {
    return name.isEmpty() ? "no team" : name;
  }

  private static Optional<String> name(SettingsWish wish) {
    return wish.text(TEAM).map(String::strip);
  }
}
