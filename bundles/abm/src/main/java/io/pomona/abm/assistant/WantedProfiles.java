package io.pomona.abm.assistant;

import io.pomona.abm.AbmConfig;
import io.pomona.api.abm.AgreementStore;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.pki.ServerTls;
import io.pomona.protocol.dep.SetupPlace;
import io.pomona.protocol.dep.SetupProfile;
import io.pomona.protocol.digest.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What Apple is to be told for the Macs of each team: its profile and where they enroll. */
@Component(service = WantedProfiles.class, configurationPid = AbmConfig.PID)
public final class WantedProfiles {
  private static final String ENROLL = "/mdm/apple/enroll";
  private static final String WEB = "/mdm/apple/enroll/web";

  private final SetupAssistantStore assistants;
  private final SetupSettingsStore settings;
  private final AgreementStore agreements;
  private final OrganizationStore organization;
  private final TeamStore teams;
  private final Supplier<List<String>> anchors;

  @Activate
  public WantedProfiles(
      @Reference SetupAssistantStore assistants,
      @Reference SetupSettingsStore settings,
      @Reference AgreementStore agreements,
      @Reference OrganizationStore organization,
      @Reference TeamStore teams,
      @Reference ServerTls tls,
      AbmConfig config) {
    this(assistants, settings, agreements, organization, teams, Anchors.of(config, tls));
  }

  public WantedProfiles(
      SetupAssistantStore assistants,
      SetupSettingsStore settings,
      AgreementStore agreements,
      OrganizationStore organization,
      TeamStore teams,
      Supplier<List<String>> anchors) {
    this.assistants = assistants;
    this.settings = settings;
    this.agreements = agreements;
    this.organization = organization;
    this.teams = teams;
    this.anchors = anchors;
  }

  /**
   * What is told.
   *
   * @param hashes of the definition of each team, and of no team
   * @param definitions by their hashes
   */
  public record Wanted(Map<Optional<TeamId>, String> hashes, Map<String, String> definitions) {}

  /** Empty until the organization was set up: only then is it known where Macs enroll. */
  public Optional<Wanted> now() {
    return organization.settings().map(this::at);
  }

  private Wanted at(OrganizationSettings where) {
    Wanted wanted = new Wanted(new HashMap<>(), new HashMap<>());
    Map<Optional<TeamId>, SetupAssistant> all = assistants.all();
    boolean agreement = agreements.find().isPresent();
    List<Optional<TeamId>> scopes = new ArrayList<>(List.of(Optional.empty()));
    teams.names().keySet().forEach(team -> scopes.add(Optional.of(team)));
    for (Optional<TeamId> team : scopes) {
      SetupProfile profile =
          Optional.ofNullable(all.get(team))
              .map(there -> SetupProfile.stored(there.profile()))
              .orElseGet(DefaultAssistant::profile);
      boolean web = agreement || settings.of(team).endUserAuthentication();
      add(wanted, team, profile.definition(place(where.serverUrl(), web)));
    }
    return wanted;
  }

  private static void add(Wanted wanted, Optional<TeamId> team, String definition) {
    String hash = Sha256.hex(definition);
    wanted.hashes().put(team, hash);
    wanted.definitions().put(hash, definition);
  }

  /**
   * @param web whether a person has to log in or to agree first
   */
  private SetupPlace place(String serverUrl, boolean web) {
    return new SetupPlace(
        serverUrl + ENROLL, web ? Optional.of(serverUrl + WEB) : Optional.empty(), anchors.get());
  }
}
