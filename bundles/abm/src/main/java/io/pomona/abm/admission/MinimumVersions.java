package io.pomona.abm.admission;

import io.pomona.api.abm.MinimumVersionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.dep.MachineInfo;
import io.pomona.protocol.dep.UpdateFirst;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The macOS that a Mac must have before it enrolls automatically. Macs that cannot update by
 * themselves at that time are let in as they are.
 */
@Component(service = MinimumVersions.class)
public final class MinimumVersions {
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

  /** Empty text for any. */
  String of(Optional<TeamId> team) {
    return store.of(team).orElse("");
  }

  /**
   * @param version empty text for any
   */
  void change(Actor actor, Optional<TeamId> team, String version) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "edited_macos_setup_min_version")
            .with("minimum_version", version)
            .with("previous_minimum_version", of(team));
    store.put(
        team,
        Optional.of(version).filter(text -> !text.isEmpty()),
        team.map(id -> draft.with("team_id", id.value())).orElse(draft),
        clock.instant());
  }
}
