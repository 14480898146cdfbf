package io.pomona.enrollment.links;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
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

  private final DeviceDock dock;

  @Activate
  public DeviceDockSection(@Reference DeviceDock dock) {
    this.dock = dock;
  }

  @Override
  public List<String> path() {
    return List.of("my_device");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, dock.isWanted());
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return wish
        .flag(KEY)
        .filter(wanted -> dock.change(actor, wanted))
        .map(DeviceDockSection::said)
        .stream()
        .toList();
  }

  private static SettingsChange said(boolean wanted) {
    return SettingsChange.changed(
        wanted
            ? "My device in the Dock: on; enrolled Macs get a profile with their page"
            : "My device in the Dock: off; the profile is taken off");
  }
}
