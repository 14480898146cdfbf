package io.pomona.organization.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The settings of all slices: shown as one document, and changed by one that says a part of it. */
@Component(service = Settings.class)
public final class Settings {
  private final Map<String, Object> fixed;
  private final List<SettingsSection> sections = new CopyOnWriteArrayList<>();

  @Activate
  public Settings() throws IOException {
    try (InputStream in = Settings.class.getResourceAsStream("fixed.json")) {
      fixed = new ObjectMapper().readValue(in, new TypeReference<>() {});
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(SettingsSection section) {
    sections.add(section);
  }

  void unbind(SettingsSection section) {
    sections.remove(section);
  }

  /** What the organization has, hosts of no team included. */
  public Map<String, Object> describe() {
    return document().tree();
  }

  private SettingsDocument document() {
    return new SettingsDocument(fixed, sections, Optional.empty());
  }

  /**
   * Changes what the document says and nothing else. Everything is checked before anything changes.
   *
   * @param dryRun whether to check only
   * @throws io.pomona.api.MdmException with all that is wrong
   */
  public void apply(Actor actor, Map<String, Object> wish, boolean force, boolean dryRun) {
    SettingsPlan plan = new SettingsPlan(document(), wish);
    plan.requireReadable();
    Optional<TeamId> scope = Optional.empty();
    List<FieldError> problems = new ArrayList<>();
    plan.wishes().forEach((section, part) -> problems.addAll(check(section, scope, part, force)));
    SettingsPlan.require(Kind.INVALID, "organization.bad_setting", problems);
    if (!dryRun) {
      plan.wishes().forEach((section, part) -> section.apply(actor, scope, part));
    }
  }

  private static List<FieldError> check(
      SettingsSection section, Optional<TeamId> scope, Map<String, Object> wish, boolean force) {
    String prefix = String.join(".", section.path()) + ".";
    return section.check(scope, wish, force).stream()
        .map(problem -> new FieldError(prefix + problem.name(), problem.reason()))
        .toList();
  }
}
