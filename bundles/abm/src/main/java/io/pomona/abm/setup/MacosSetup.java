package io.pomona.abm.setup;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.SetupSettings;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_setup}: how Macs of a team, or of no team, are set up. The package is named by
 * where it is, and only remembered: clients upload it by another call.
 */
@Component
public final class MacosSetup implements SettingsSection {
  private static final String PACKAGE = "bootstrap_package";
  private static final String LOGIN = "enable_end_user_authentication";
  private static final String MANUAL = "enable_release_device_manually";
  private static final int LONGEST = 2000;

  private final SetupWishes wishes;
  private final BootstrapPackageStore store;
  private final BootstrapPackages packages;

  @Activate
  public MacosSetup(
      @Reference SetupWishes wishes,
      @Reference BootstrapPackageStore store,
      @Reference BootstrapPackages packages) {
    this.wishes = wishes;
    this.store = store;
    this.packages = packages;
  }

  @Override
  public List<String> path() {
    return List.of("mdm", "macos_setup");
  }

  @Override
  public Reach reach() {
    return new Reach(Permission.VIEW_SETUP, Permission.EDIT_SETUP, true);
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    SetupSettings settings = wishes.of(scope);
    return Map.of(
        PACKAGE,
        store.location(scope),
        LOGIN,
        settings.endUserAuthentication(),
        MANUAL,
        settings.releaseManually());
  }

  /** A path leads nowhere from where the export is read, and "" would take a package away. */
  @Override
  public SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    Map<String, Object> values = new HashMap<>(describe(scope));
    if (!store.location(scope).matches("(?i)https?://.*")) {
      values.remove(PACKAGE);
    }
    return new SettingsExport(values, Map.of());
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return wish.text(PACKAGE).filter(text -> text.length() > LONGEST).stream()
        .map(text -> new FieldError(PACKAGE, "is longer than 2,000 characters"))
        .toList();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    List<SettingsChange> changes =
        new ArrayList<>(wishes.change(actor, scope, wish.flag(LOGIN), wish.flag(MANUAL)));
    wish.text(PACKAGE).ifPresent(location -> changes.addAll(locate(actor, scope, location)));
    return changes;
  }

  /** One that a file had and has no longer is taken away; one that it never had stays. */
  private List<SettingsChange> locate(Actor actor, Optional<TeamId> scope, String location) {
    String before = store.location(scope);
    if (before.equals(location)) {
      return List.of();
    }
    store.rememberLocation(scope, location);
    if (location.isEmpty()) {
      packages.remove(actor, scope);
      return List.of(SettingsChange.removed("the bootstrap package"));
    }
    return List.of(SettingsChange.changed("the bootstrap package, to " + location));
  }
}
