package io.pomona.organization.settings;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
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

/** {@code org_info}: who the organization is. */
@Component
public final class OrganizationInfo implements SettingsSection {
  private static final String NAME = "org_name";
  private static final int LONGEST = 255;

  private final OrganizationStore store;

  @Activate
  public OrganizationInfo(@Reference OrganizationStore store) {
    this.store = store;
  }

  @Override
  public List<String> path() {
    return List.of("org_info");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(NAME, store.settings().map(OrganizationSettings::name).orElse(""));
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return name(wish)
        .filter(name -> name.isEmpty() || name.length() > LONGEST)
        .map(name -> new FieldError(NAME, "must have 1 to " + LONGEST + " characters"))
        .stream()
        .toList();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    OrganizationEdit edit = new OrganizationEdit(store);
    return name(wish)
        .filter(name -> edit.save(actor, now -> new OrganizationSettings(name, now.serverUrl())))
        .map(name -> SettingsChange.changed("the organization's name, to " + name))
        .stream()
        .toList();
  }

  private static Optional<String> name(SettingsWish wish) {
    return wish.text(NAME).map(String::strip);
  }
}
