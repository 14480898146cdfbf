package io.pomona.enrollment.links;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileSpread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code my_device.in_dock}. */
@Component
public final class DeviceDockSection implements SettingsSection {
  private static final String KEY = "in_dock";

  private static final String ON =
      "My device in the Dock: on; enrolled Macs get a profile with their page";
  private static final List<String> PROFILES = List.of(LinkDock.IDENTIFIER);

  private final DeviceDock dock;
  private final HostProfileStore profiles;
  private final TeamStore teams;

  @Activate
  public DeviceDockSection(
      @Reference DeviceDock dock,
      @Reference HostProfileStore profiles,
      @Reference TeamStore teams) {
    this.dock = dock;
    this.profiles = profiles;
    this.teams = teams;
  }

  @Override
  public List<String> path() {
    return List.of("my_device");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, dock.isWanted());
  }

  /** A person who turns the switch has been asked; a file that says so may be a slip. */
  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    boolean asks = wish.files().isPresent() && !wish.force();
    return wish
        .flag(KEY)
        .filter(wanted -> asks && !wanted && dock.isWanted())
        .flatMap(off -> spread().massRemoval(PROFILES))
        .map(reason -> FieldError.unlessForced(KEY, reason))
        .stream()
        .toList();
  }

  /** Of all Macs: it is the organization's. */
  private ProfileSpread spread() {
    return teams.names().keySet().stream()
        .map(team -> profiles.spread(Optional.of(team), PROFILES))
        .reduce(profiles.spread(Optional.empty(), PROFILES), ProfileSpread::plus);
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return wish
        .flag(KEY)
        .filter(wanted -> dock.change(actor, wanted))
        .map(wanted -> SettingsChange.changed(wanted ? ON : off()))
        .stream()
        .toList();
  }

  private String off() {
    return "My device in the Dock: off; the profile is taken off "
        + spread().macsWith(LinkDock.IDENTIFIER);
  }
}
