package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.UnitOfWork;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamStore;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import io.pomona.organization.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies documents in one go: all of them are checked before anything changes, and all that
 * changes is one transaction. A dry run does the same and takes it back.
 */
@Component(service = SpecApplication.class)
public final class SpecApplication {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private final UnitOfWork work;
  private final TeamKind team;
  private final Map<String, SpecKind> kinds = new LinkedHashMap<>();

  @Activate
  public SpecApplication(
      @Reference UnitOfWork work,
      @Reference Settings settings,
      @Reference Access access,
      @Reference TeamStore teams,
      @Reference Accounts accounts,
      @Reference AccountChanges changes) {
    this.work = work;
    this.team = new TeamKind(settings, access, teams, Clock.systemUTC());
    for (SpecKind kind :
        List.of(
            new ConfigKind(settings, access),
            team,
            new UserRolesKind(accounts, changes, access, teams))) {
      kinds.put(kind.name(), kind);
    }
  }

  /** How documents are to be applied. */
  public record Mode(boolean dryRun, boolean force) {}

  /**
   * Files with documents of any kind.
   *
   * @return what changed, or with a dry run would
   * @throws MdmException with all that is wrong, each with file and line
   */
  public List<AppliedChange> files(Actor actor, List<SpecFile> files, Mode mode) {
    List<SpecDocument> documents =
        files.stream().flatMap(file -> new SpecReader(file).documents().stream()).toList();
    if (documents.isEmpty()) {
      throw MdmException.malformed(
          "organization.no_settings", "There is no document in what was sent.");
    }
    requireKnown(documents);
    return apply(
        mode,
        () ->
            documents.stream()
                .map(one -> kinds.get(one.kindKey()).prepare(actor, one, mode.force()))
                .toList());
  }

  private void requireKnown(List<SpecDocument> documents) {
    SpecProblem.require(
        documents.stream()
            .filter(one -> !kinds.containsKey(one.kindKey()))
            .map(
                one ->
                    new SpecProblem(
                        Kind.MALFORMED,
                        one.source().start(),
                        List.of("kind"),
                        "Pomona has no "
                            + one.kind()
                            + "; valid are "
                            + String.join(", ", kinds.keySet())))
            .toList());
  }

  /** A part of the organization's settings. */
  public List<AppliedChange> config(Actor actor, Map<String, Object> wish, Mode mode) {
    return one(kinds.get(ConfigKind.NAME)::prepare, actor, ConfigKind.NAME, List.of(wish), mode);
  }

  /** Several teams, each with its name and a part of its settings. */
  public List<AppliedChange> teams(Actor actor, List<Map<String, Object>> wishes, Mode mode) {
    return one(team::prepareTeam, actor, TeamKind.NAME, wishes, mode);
  }

  /** Roles of people, by e-mail address. */
  public List<AppliedChange> userRoles(Actor actor, Map<String, Object> spec, Mode mode) {
    return one(
        kinds.get(UserRolesKind.NAME)::prepare, actor, UserRolesKind.NAME, List.of(spec), mode);
  }

  private interface Preparing {
    SpecStep prepare(Actor actor, SpecDocument document, boolean force);
  }

  private List<AppliedChange> one(
      Preparing preparing, Actor actor, String kind, List<Map<String, Object>> specs, Mode mode) {
    return apply(
        mode,
        () ->
            specs.stream()
                .map(spec -> new SpecDocument(SpecSource.REQUEST, kind, spec))
                .map(document -> preparing.prepare(actor, document, mode.force()))
                .toList());
  }

  private List<AppliedChange> apply(Mode mode, Supplier<List<SpecStep>> preparing) {
    Supplier<List<AppliedChange>> all = () -> inOrder(preparing.get());
    if (mode.dryRun()) {
      return work.rehearse(all);
    }
    List<AppliedChange> changes = work.run(all);
    if (!changes.isEmpty()) {
      LOG.info("Applied settings: {} changes", changes.size());
    }
    return changes;
  }

  private static List<AppliedChange> inOrder(List<SpecStep> steps) {
    List<SpecProblem> problems = new ArrayList<>();
    steps.forEach(step -> problems.addAll(step.problems()));
    problems.addAll(contradictions(steps));
    SpecProblem.require(problems);
    List<AppliedChange> changes = new ArrayList<>();
    steps.forEach(step -> changes.addAll(step.apply()));
    return changes;
  }

  private static List<SpecProblem> contradictions(List<SpecStep> steps) {
    List<SpecProblem> problems = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (SpecStep step : steps) {
      step.settles()
          .forEach(
              (setting, place) -> {
                String first = places.putIfAbsent(setting, place);
                if (first != null) {
                  String reason = setting + " is said here and before, in " + first;
                  problems.add(new SpecProblem(Kind.INVALID, place, List.of(), reason));
                }
              });
    }
    return problems;
  }
}
