package io.pomona.organization.apply;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.settings.Settings;
import io.pomona.organization.settings.SettingsPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of one scope as a document wants them. */
final class SettingsStep implements SpecStep {
  /** Whose settings, in words. */
  record Scope(Optional<TeamId> team, String name) {
    static final Scope NO_TEAM = new Scope(Optional.empty(), "No team");

    private String of(SettingsSection section) {
      return section.reach().teams() ? name : AppliedChange.ORGANIZATION;
    }
  }

  private final Actor actor;
  private final Scope scope;
  private final SpecSource source;
  private final SettingsPlan plan;
  private final Map<SettingsSection, SettingsWish> wishes = new LinkedHashMap<>();

  /**
   * @param tree the settings from their top
   * @throws io.pomona.api.MdmException when the actor may not change what it names
   */
  SettingsStep(
      Settings settings,
      Access access,
      Actor actor,
      Scope scope,
      SpecDocument document,
      Map<String, Object> tree,
      boolean force) {
    this.actor = actor;
    this.scope = scope;
    this.source = document.source();
    this.plan = new SettingsPlan(settings.document(scope.team()), tree);
    plan.wishes()
        .forEach(
            (section, values) -> {
              access.require(actor, section.reach().permission(), scope.team());
              wishes.put(section, new SettingsWish(values, source.attachments(), force));
            });
  }

  @Override
  public List<SpecProblem> problems() {
    List<SpecProblem> problems = new ArrayList<>();
    plan.unknown().forEach(one -> problems.add(problem(Kind.MALFORMED, one.path(), one.reason())));
    plan.wrong().forEach(one -> problems.add(problem(Kind.INVALID, one.path(), one.reason())));
    wishes.forEach(
        (section, wish) ->
            section
                .check(scope.team(), wish)
                .forEach(error -> problems.add(problem(below(section, error.name()), error))));
    return problems;
  }

  private static List<String> below(SettingsSection section, String key) {
    return Stream.concat(section.path().stream(), Stream.of(key)).toList();
  }

  private SpecProblem problem(List<String> path, FieldError error) {
    return new SpecProblem(
        Kind.INVALID, source.place(path), path, error.reason(), error.forceable());
  }

  private SpecProblem problem(Kind kind, List<String> path, String reason) {
    return new SpecProblem(kind, source.place(path), path, reason);
  }

  @Override
  public Map<String, String> settles() {
    Map<String, String> settled = new LinkedHashMap<>();
    wishes.forEach(
        (section, wish) ->
            wish.values()
                .keySet()
                .forEach(
                    key -> {
                      List<String> path = below(section, key);
                      settled.put(
                          scope.of(section) + ": " + String.join(".", path), source.place(path));
                    }));
    return settled;
  }

  @Override
  public List<AppliedChange> apply() {
    List<AppliedChange> changes = new ArrayList<>();
    wishes.forEach(
        (section, wish) ->
            section
                .apply(actor, scope.team(), wish)
                .forEach(
                    change ->
                        changes.add(
                            new AppliedChange(
                                source.file(),
                                source.line(),
                                scope.of(section),
                                String.join(".", section.path()),
                                change))));
    return changes;
  }
}
