package io.pomona.abm.admission;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code mdm.macos_setup.enrollment}: what a Mac must have before it enrolls automatically. */
@Component
public final class MinimumVersionSection implements SettingsSection {
  private static final String KEY = "minimum_version";

  private final MinimumVersions versions;

  @Activate
  public MinimumVersionSection(@Reference MinimumVersions versions) {
    this.versions = versions;
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
    return Map.of(KEY, versions.of(scope));
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
    return version(wish)
        .filter(text -> !text.equals(versions.of(scope)))
        .map(text -> changed(actor, scope, text))
        .stream()
        .toList();
  }

  private SettingsChange changed(Actor actor, Optional<TeamId> scope, String text) {
    versions.change(actor, scope, text);
    return SettingsChange.changed(
        "the macOS needed for automatic enrollment, to " + (text.isEmpty() ? "any" : text));
  }

  private static Optional<String> version(SettingsWish wish) {
    return wish.text(KEY).map(String::strip);
  }
}
