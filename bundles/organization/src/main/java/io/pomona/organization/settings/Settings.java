package io.pomona.organization.settings;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.TeamId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The settings of all slices as one document: the organization's, or a team's. */
@Component(service = Settings.class)
public final class Settings {
  /** Several sections may share a path; two servers have them in the same order. */
  private static final Comparator<SettingsSection> BY_PATH =
      Comparator.comparing((SettingsSection section) -> String.join(".", section.path()))
          .thenComparing(section -> section.getClass().getName());

  private final FixedSettings fixed = new FixedSettings();
  private final List<SettingsSection> sections = new CopyOnWriteArrayList<>();
  private final Access access;

  @Activate
  public Settings(@Reference Access access) {
    this.access = access;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bind(SettingsSection section) {
    sections.add(section);
  }

  void unbind(SettingsSection section) {
    sections.remove(section);
  }

  /** Those that a scope has, always in the same order. */
  public List<SettingsSection> sections(Optional<TeamId> scope) {
    return sections.stream()
        .filter(section -> scope.isEmpty() || section.reach().teams())
        .sorted(BY_PATH)
        .toList();
  }

  /** All of a scope, as it is for whoever changes it. */
  public SettingsDocument document(Optional<TeamId> scope) {
    return document(scope, sections(scope));
  }

  /** What the actor may see of a scope; the rest is as if it had never been set. */
  public Map<String, Object> describe(Actor actor, Optional<TeamId> scope) {
    return document(scope, visible(actor, scope)).tree();
  }

  /** The sections of a scope that the actor may see. */
  public List<SettingsSection> visible(Actor actor, Optional<TeamId> scope) {
    return sections(scope).stream().filter(section -> isVisible(actor, scope, section)).toList();
  }

  private boolean isVisible(Actor actor, Optional<TeamId> scope, SettingsSection section) {
    return !section.reach().teams() || access.scope(actor, section.reach().view()).includes(scope);
  }

  private SettingsDocument document(Optional<TeamId> scope, List<SettingsSection> shown) {
    return new SettingsDocument(
        scope.isEmpty() ? fixed.organization() : fixed.team(), shown, scope);
  }
}
