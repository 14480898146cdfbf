package io.pomona.organization.settings;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.SettingsSection;
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
  public List<FieldError> check(Optional<TeamId> scope, Map<String, Object> wish, boolean force) {
    return name(wish)
        .filter(name -> name.isEmpty() || name.length() > LONGEST)
        .map(name -> new FieldError(NAME, "must have 1 to " + LONGEST + " characters"))
        .stream()
        .toList();
  }

  @Override
  public void apply(Actor actor, Optional<TeamId> scope, Map<String, Object> wish) {
    name(wish)
        .ifPresent(
            name ->
                new OrganizationEdit(store)
                    .save(actor, now -> new OrganizationSettings(name, now.serverUrl())));
  }

  private static Optional<String> name(Map<String, Object> wish) {
    return Optional.ofNullable(wish.get(NAME)).map(Object::toString).map(String::strip);
  }
}
