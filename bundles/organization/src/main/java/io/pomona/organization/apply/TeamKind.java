package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamStore;
import io.pomona.organization.TeamName;
import io.pomona.organization.settings.Settings;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code team}: what Macs of a team should have; a team that is not there is made. */
record TeamKind(Settings settings, Access access, TeamStore teams, Clock clock)
    implements SpecKind {
  static final String NAME = "team";
  private static final String KEY = "team";
  private static final String TEAM_NAME = "name";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SpecStep prepare(Actor actor, SpecDocument document, boolean force) {
    if (!(document.spec().get(KEY) instanceof Map<?, ?> tree)) {
      return new Unreadable(document, List.of(KEY), "must be an object with keys, name among them");
    }
    if (document.spec().size() > 1) {
      return new Unreadable(document, List.of(), "below spec only team is valid");
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    tree.forEach((key, value) -> settings.put(String.valueOf(key), value));
    SpecDocument below = new SpecDocument(document.source().below(KEY), document.kind(), settings);
    return prepareTeam(actor, below, force);
  }

  /**
   * @param document whose spec is the team's name and its settings
   */
  SpecStep prepareTeam(Actor actor, SpecDocument document, boolean force) {
    Map<String, Object> tree = new LinkedHashMap<>(document.spec());
    Object said = tree.remove(TEAM_NAME);
    if (!(said instanceof String text)) {
      return new Unreadable(document, List.of(TEAM_NAME), "must be the team's name, a text");
    }
    String name = TeamName.require(text);
    Optional<Team> present = teams.named(name);
    Team team = present.isPresent() ? editable(actor, present.get()) : made(actor, name);
    SettingsStep step =
        new SettingsStep(
            settings,
            access,
            actor,
            new SettingsStep.Scope(Optional.of(team.id()), team.name()),
            document,
            tree,
            force);
    return present.isPresent() ? step : new NewTeamStep(team, document, step);
  }

  private Team editable(Actor actor, Team team) {
    access.require(actor, Permission.EDIT_SETTINGS, Optional.of(team.id()), TeamKind::unknown);
    return team;
  }

  private Team made(Actor actor, String name) {
    if (!access.mayAnywhere(actor, Permission.CREATE_TEAMS)) {
      throw unknown();
    }
    return teams.create(
        new NewTeam(name, ""),
        clock.instant(),
        team ->
            ActivityDraft.of(actor, "created_team")
                .with("team_id", team.id().value())
                .with("team_name", team.name()));
  }

  private static MdmException unknown() {
    return MdmException.notFound(
        "organization.team_not_found",
        "There is no such team among yours, and your role does not let you make teams.");
  }

  /** A document without what every one of its kind has. */
  private record Unreadable(SpecDocument document, List<String> path, String reason)
      implements SpecStep {
    @Override
    public List<SpecProblem> problems() {
      return List.of(new SpecProblem(Kind.MALFORMED, document.source().place(path), path, reason));
    }

    @Override
    public List<AppliedChange> apply() {
      return List.of();
    }
  }

  /** The settings of a team that was made for them. */
  private record NewTeamStep(Team team, SpecDocument document, SpecStep settings)
      implements SpecStep {
    @Override
    public List<SpecProblem> problems() {
      return settings.problems();
    }

    @Override
    public Map<String, String> settles() {
      return settings.settles();
    }

    @Override
    public List<AppliedChange> apply() {
      SpecSource source = document.source();
      AppliedChange made =
          new AppliedChange(
              source.file(),
              source.line(),
              team.name(),
              NAME,
              SettingsChange.added("team " + team.name()));
      return Stream.concat(Stream.of(made), settings.apply().stream()).toList();
    }
  }
}
