package io.pomona.abm.admission;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.dep.MachineInfo;
import io.pomona.protocol.dep.UpdateFirst;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_setup.enrollment.minimum_version}: the macOS that a Mac must have before it
 * enrolls automatically. Macs that cannot update by themselves at that time are let in as they are.
 */
@Component(service = {MinimumVersions.class, SettingsSection.class})
public final class MinimumVersions implements SettingsSection {
  private static final String KEY = "minimum_version";

  private final MinimumVersionStore store;
  private final Clock clock;

  @Activate
  public MinimumVersions(@Reference MinimumVersionStore store) {
    this(store, Clock.systemUTC());
  }

  MinimumVersions(MinimumVersionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What a Mac of this team has to do first. */
  public Optional<UpdateFirst> required(Optional<TeamId> team, MachineInfo machine) {
    return store
        .of(team)
        .filter(version -> machine.canRequestSoftwareUpdate() && isOlder(machine, version))
        .map(UpdateFirst::new);
  }

  private static boolean isOlder(MachineInfo machine, String version) {
    Optional<OsVersion> runs = machine.osVersion().flatMap(OsVersion::parse);
    Optional<OsVersion> least = OsVersion.parse(version);
    return runs.isPresent() && least.isPresent() && runs.get().compareTo(least.get()) < 0;
  }

  @Override
  public List<String> path() {
    return List.of("mdm", "macos_setup", "enrollment");
  }

  @Override
  public Reach reach() {
    return new Reach(Permission.VIEW_SETUP, Permission.EDIT_SETUP, true);
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, store.of(scope).orElse(""));
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return version(wish)
        .filter(text -> !text.isEmpty() && OsVersion.parse(text).isEmpty())
        .map(text -> new FieldError(KEY, "must be a version like 14.5, or empty for any"))
        .stream()
        .toList();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    Optional<String> before = store.of(scope);
    return version(wish)
        .filter(text -> !text.equals(before.orElse("")))
        .map(text -> put(actor, scope, before.orElse(""), text))
        .stream()
        .toList();
  }

  private SettingsChange put(Actor actor, Optional<TeamId> scope, String before, String text) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "edited_macos_setup_min_version")
            .with(KEY, text)
            .with("previous_" + KEY, before);
    store.put(
        scope,
        Optional.of(text).filter(version -> !version.isEmpty()),
        scope.map(team -> draft.with("team_id", team.value())).orElse(draft),
        clock.instant());
    return SettingsChange.changed(
        text.isEmpty()
            ? "the macOS needed for automatic enrollment, to any"
            : "the macOS needed for automatic enrollment, to " + text);
  }

  private static Optional<String> version(SettingsWish wish) {
    return wish.text(KEY).map(String::strip);
  }
}
