package io.pomona.enrollment.links;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.EnrollmentConfig;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code my_device.in_dock}: whether enrolled Macs have their page in the Dock. The configuration
 * counts until somebody has said.
 */
@Component(
    service = {DeviceDock.class, SettingsSection.class},
    configurationPid = EnrollmentConfig.PID)
public final class DeviceDock implements SettingsSection {
  private static final String KEY = "in_dock";

  private final DeviceDockStore store;
  private final boolean configured;
  private final Clock clock;

  @Activate
  public DeviceDock(@Reference DeviceDockStore store, EnrollmentConfig config) {
    this(store, config.device_dock(), Clock.systemUTC());
  }

  DeviceDock(DeviceDockStore store, boolean configured, Clock clock) {
    this.store = store;
    this.configured = configured;
    this.clock = clock;
  }

  boolean isWanted() {
    return store.isWanted().orElse(configured);
  }

  @Override
  public List<String> path() {
    return List.of("my_device");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, isWanted());
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return List.of();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return Optional.ofNullable(wish.values().get(KEY))
        .map(Boolean.class::cast)
        .filter(wanted -> wanted != isWanted() && put(actor, wanted))
        .map(DeviceDock::said)
        .stream()
        .toList();
  }

  private boolean put(Actor actor, boolean wanted) {
    String type = wanted ? "enabled_device_dock" : "disabled_device_dock";
    return store.put(wanted, ActivityDraft.of(actor, type), clock.instant());
  }

  private static SettingsChange said(boolean wanted) {
    return SettingsChange.changed(
        wanted
            ? "My device in the Dock: on; enrolled Macs get a profile with their page"
            : "My device in the Dock: off; the profile is taken off");
  }
}
