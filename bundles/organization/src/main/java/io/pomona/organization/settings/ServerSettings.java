package io.pomona.organization.settings;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.OrganizationStore;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.ServerUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code server_settings}: the address that Macs are told at their enrollment. */
@Component
public final class ServerSettings implements SettingsSection {
  private static final String URL = "server_url";

  private final OrganizationStore store;

  @Activate
  public ServerSettings(@Reference OrganizationStore store) {
    this.store = store;
  }

  @Override
  public List<String> path() {
    return List.of("server_settings");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(URL, present());
  }

  private String present() {
    return store.settings().map(OrganizationSettings::serverUrl).orElse("");
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return wish.text(URL).flatMap(url -> problem(url, wish.force())).stream().toList();
  }

  private Optional<FieldError> problem(String url, boolean force) {
    try {
      String wanted = ServerUrl.require(url);
      return wanted.equals(present()) || force
          ? Optional.empty()
          : Optional.of(
              FieldError.unlessForced(
                  URL,
                  "enrolled Macs keep asking "
                      + present()
                      + " and must enroll again at another address; say force if that is meant"));
    } catch (MdmException e) {
      return Optional.of(new FieldError(URL, e.getMessage()));
    }
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    OrganizationEdit edit = new OrganizationEdit(store);
    return wish
        .text(URL)
        .map(ServerUrl::require)
        .filter(url -> edit.save(actor, now -> new OrganizationSettings(now.name(), url)))
        .map(url -> SettingsChange.changed("the server's address, to " + url))
        .stream()
        .toList();
  }
}
