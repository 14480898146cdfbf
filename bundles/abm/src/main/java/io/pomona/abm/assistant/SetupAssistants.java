package io.pomona.abm.assistant;

import io.pomona.abm.assign.ProfileAssignments;
import io.pomona.api.MdmException;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.protocol.dep.SetupProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Setup Assistant profiles of teams, for people. */
@Component(service = SetupAssistants.class)
public final class SetupAssistants {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.abm");

  private final SetupAssistantStore store;
  private final TeamStore teams;
  private final Access access;
  private final Runnable soon;
  private final Clock clock;

  @Activate
  public SetupAssistants(
      @Reference SetupAssistantStore store,
      @Reference TeamStore teams,
      @Reference Access access,
      @Reference ProfileAssignments assignments) {
    this(store, teams, access, assignments::soon, Clock.systemUTC());
  }

  /**
   * @param soon called when Apple is to be told something else
   */
  public SetupAssistants(
      SetupAssistantStore store, TeamStore teams, Access access, Runnable soon, Clock clock) {
    this.store = store;
    this.teams = teams;
    this.access = access;
    this.soon = soon;
    this.clock = clock;
  }

  /** The profile with what is odd about it. */
  public record Uploaded(SetupAssistant assistant, SetupProfile profile) {}

  /**
   * @throws MdmException invalid, with all that is wrong with the profile; forbidden; not found
   */
  public Uploaded upload(
      Actor actor, Optional<TeamId> team, String name, Map<String, Object> profile) {
    require(actor, Permission.EDIT_SETUP, team);
    SetupProfile read = AssistantUpload.profile(profile);
    SetupAssistant stored =
        put(actor, team, AssistantUpload.name(name), read).orElseGet(() -> present(team));
    return new Uploaded(stored, read);
  }

  /**
   * Stores it unless it is there already.
   *
   * @return what was stored
   */
  Optional<SetupAssistant> put(
      Actor actor, Optional<TeamId> team, String name, SetupProfile profile) {
    Instant now = clock.instant();
    SetupAssistant wanted = new SetupAssistant(name, profile.json(), now);
    if (store.find(team).filter(there -> isSame(there, wanted)).isPresent()) {
      return Optional.empty();
    }
    store.put(team, wanted, activity(actor, "changed_macos_setup_assistant", team, name));
    LOG.info("The Setup Assistant profile of {} was changed", words(team));
    soon.run();
    return Optional.of(wanted);
  }

  private static boolean isSame(SetupAssistant there, SetupAssistant wanted) {
    return there.name().equals(wanted.name()) && there.profile().equals(wanted.profile());
  }

  public Uploaded find(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.VIEW_SETUP, team);
    SetupAssistant assistant = present(team);
    return new Uploaded(assistant, SetupProfile.stored(assistant.profile()));
  }

  private SetupAssistant present(Optional<TeamId> team) {
    return store.find(team).orElseThrow(SetupAssistants::none);
  }

  public void delete(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.EDIT_SETUP, team);
    if (!remove(actor, team)) {
      throw none();
    }
  }

  /** Whether there was one. */
  boolean remove(Actor actor, Optional<TeamId> team) {
    String name = store.find(team).map(SetupAssistant::name).orElse("");
    boolean was =
        store.delete(
            team, clock.instant(), activity(actor, "deleted_macos_setup_assistant", team, name));
    if (was) {
      LOG.info("The Setup Assistant profile of {} was deleted", words(team));
      soon.run();
    }
    return was;
  }

  /** What Macs get where their team has none. */
  public SetupProfile standard() {
    return DefaultAssistant.profile();
  }

  private void require(Actor actor, Permission permission, Optional<TeamId> team) {
    access.require(actor, permission, team, SetupAssistants::unknownTeam);
    if (team.isPresent() && team.flatMap(teams::find).isEmpty()) {
      throw unknownTeam();
    }
  }

  private ActivityDraft activity(Actor actor, String type, Optional<TeamId> team, String name) {
    ActivityDraft draft = ActivityDraft.of(actor, type).with("name", name);
    return team.map(
            id ->
                draft
                    .with("team_id", id.value())
                    .with("team_name", teams.find(id).map(Team::name).orElse("")))
        .orElse(draft);
  }

  private static String words(Optional<TeamId> team) {
    return team.map(id -> "team " + id.value()).orElse("no team");
  }

  private static MdmException none() {
    return MdmException.notFound(
        "abm.no_setup_assistant",
        "There is no Setup Assistant profile here; Macs get the default one.");
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }
}
