package io.pomona.apns;

import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.enabled_and_configured}: whether MDM is on. Nobody sets it, a push certificate does;
 * documents that come from a {@code GET} have it, so it is read and left at that.
 */
@Component
public final class MdmSwitch implements SettingsSection {
  private final PushCertificates certificates;

  @Activate
  public MdmSwitch(@Reference PushCertificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public List<String> path() {
    return List.of("mdm");
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of("enabled_and_configured", certificates.current().isPresent());
  }

  /** A file says nothing of it. */
  @Override
  public SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    return new SettingsExport(Map.of(), Map.of());
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    return List.of();
  }
}
