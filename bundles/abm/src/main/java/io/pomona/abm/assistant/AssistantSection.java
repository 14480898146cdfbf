package io.pomona.abm.assistant;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.abm.SetupAssistant;
import io.pomona.api.abm.SetupAssistantStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.MalformedSetupProfileException;
import io.pomona.protocol.dep.SetupProfile;
import io.pomona.protocol.dep.SetupProfileReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_setup.macos_setup_assistant}: the Setup Assistant profile of a team or of no
 * team, as a path in a file. With the file itself it becomes the profile there; empty text deletes
 * what is there. A path alone is only remembered: clients that send it send the file by another
 * call.
 */
@Component
public final class AssistantSection implements SettingsSection {
  private static final String KEY = "macos_setup_assistant";
  private static final int LONGEST = 1_024;

  private final SetupAssistantStore store;
  private final SetupAssistants assistants;

  @Activate
  public AssistantSection(
      @Reference SetupAssistantStore store, @Reference SetupAssistants assistants) {
    this.store = store;
    this.assistants = assistants;
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
    String path = store.path(scope);
    return Map.of(
        KEY, path.isEmpty() ? store.find(scope).map(SetupAssistant::name).orElse("") : path);
  }

  @Override
  public SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    return store
        .find(scope)
        .map(
            there -> {
              String path = folder + "/" + fileName(there.name());
              return new SettingsExport(
                  Map.of(KEY, path), Map.of(path, SetupProfile.stored(there.profile()).file()));
            })
        .orElse(new SettingsExport(Map.of(KEY, ""), Map.of()));
  }

  /** The name, so that what is applied again changes nothing, where every file system takes it. */
  private static String fileName(String name) {
    return name.matches("[A-Za-z0-9_][A-Za-z0-9 ._-]*\\.json") ? name : "setup-assistant.json";
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    String path = wish.text(KEY).orElse("");
    if (path.length() > LONGEST) {
      return List.of(new FieldError(KEY, "must be the path of a .json file"));
    }
    if (path.isEmpty() || wish.files().isEmpty()) {
      return List.of();
    }
    byte[] content = wish.files().get().get(path);
    if (content == null) {
      return List.of(new FieldError(KEY, "the file " + path + " was not sent along"));
    }
    try {
      SetupProfileReader.read(content);
      return List.of();
    } catch (MalformedSetupProfileException e) {
      return e.problems().stream()
          .map(problem -> new FieldError(KEY, path + ": " + problem.words()))
          .toList();
    }
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    String path = wish.text(KEY).orElse("");
    if (path.isEmpty()) {
      store.rememberPath(scope, "");
      return assistants.remove(actor, scope)
          ? List.of(SettingsChange.removed("Setup Assistant profile; Macs get the default one"))
          : List.of();
    }
    store.rememberPath(scope, path);
    return wish.files().map(files -> files.get(path)).stream()
        .flatMap(content -> put(actor, scope, path, content).stream())
        .toList();
  }

  private Optional<SettingsChange> put(
      Actor actor, Optional<TeamId> scope, String path, byte[] content) {
    SetupProfile profile = checked(content);
    boolean added = store.find(scope).isEmpty();
    return assistants
        .put(actor, scope, path.substring(path.lastIndexOf('/') + 1), profile)
        .map(
            stored -> {
              String text = "Setup Assistant profile " + profile.name() + notes(profile);
              return added ? SettingsChange.added(text) : SettingsChange.changed(text);
            });
  }

  private static SetupProfile checked(byte[] content) {
    try {
      return SetupProfileReader.read(content);
    } catch (MalformedSetupProfileException e) {
      throw new IllegalStateException("Applied without a check", e);
    }
  }

  private static String notes(SetupProfile profile) {
    return profile.warnings().isEmpty() ? "" : ". Note: " + String.join(" ", profile.warnings());
  }
}
