package io.pomona.updates.policy;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdateSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_updates}: the macOS that Macs of a team, or of no team, must have. The zone of
 * no team is that of the organization, which teams have whose own is empty.
 */
@Component
public final class MacosUpdatesSection implements SettingsSection {
  private final UpdatePolicies policies;

  @Activate
  public MacosUpdatesSection(@Reference UpdatePolicies policies) {
    this.policies = policies;
  }

  @Override
  public List<String> path() {
    return List.of("mdm", "macos_updates");
  }

  @Override
  public Reach reach() {
    return new Reach(Permission.VIEW_HOSTS, Permission.EDIT_UPDATES, true);
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    UpdateSettings settings = policies.settings(scope);
    return Map.of(
        UpdateForm.VERSION,
        settings.minimumVersion().orElse(""),
        UpdateForm.DEADLINE,
        settings.deadline().map(LocalDate::toString).orElse(""),
        UpdateForm.TIME,
        settings.time().orElse(UpdatePolicy.USUAL_TIME).toString(),
        UpdateForm.ZONE,
        settings.zone().map(ZoneId::getId).orElse(scope.isPresent() ? "" : "UTC"));
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return form(wish).problems();
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    UpdateForm form = form(wish);
    return form.over(described(scope)).equals(described(scope))
            || !policies.change(actor, scope, form)
        ? List.of()
        : List.of(SettingsChange.changed("macOS updates: " + policies.words(scope)));
  }

  /** What {@link #describe} says is no wish: who applies it again changes nothing. */
  private UpdateSettings described(Optional<TeamId> scope) {
    Map<String, Object> shown = describe(scope);
    return new UpdateForm(
            shown(shown, UpdateForm.VERSION),
            shown(shown, UpdateForm.DEADLINE),
            shown(shown, UpdateForm.TIME),
            shown(shown, UpdateForm.ZONE))
        .over(UpdateSettings.nothing());
  }

  private static Optional<String> shown(Map<String, Object> described, String key) {
    return Optional.of(described.get(key).toString());
  }

  private static UpdateForm form(SettingsWish wish) {
    return new UpdateForm(
        wish.text(UpdateForm.VERSION),
        wish.text(UpdateForm.DEADLINE),
        wish.text(UpdateForm.TIME),
        wish.text(UpdateForm.ZONE));
  }
}
