package io.pomona.store.organization;

import io.pomona.api.organization.OrganizationSettings;
import io.pomona.store.sql.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The organization's settings: one row, or none before set-up. */
@Entity(name = "Settings")
@Table(name = "organization_settings")
public class SettingsEntity {
  static final long ONLY = 1;

  @Id private long id;
  private String name;

  @Column(name = "server_url")
  private String serverUrl;

  static SettingsEntity of(OrganizationSettings settings) {
    SettingsEntity entity = new SettingsEntity();
    entity.id = ONLY;
    entity.take(settings);
    return entity;
  }

  void take(OrganizationSettings settings) {
    name = Text.storable(settings.name());
    serverUrl = Text.storable(settings.serverUrl());
  }

  OrganizationSettings toSettings() {
    return new OrganizationSettings(name, serverUrl);
  }
}
