package io.pomona.profiles;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.SettingsExport;
import io.pomona.api.organization.SettingsSection;
import io.pomona.api.organization.SettingsWish;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.ProfileSets.SetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code mdm.macos_settings.custom_settings}: the profiles of a team or of no team, as paths in a
 * file. With the files themselves they become the profiles there, in place of all others. Paths
 * alone are only remembered: clients that send those sent the files before.
 */
@Component
public final class CustomSettings implements SettingsSection {
  private static final String KEY = "custom_settings";

  private final ProfileStore profiles;
  private final ProfileSets sets;
  private final ProfileExports exports;

  @Activate
  public CustomSettings(
      @Reference ProfileStore profiles,
      @Reference ProfileSets sets,
      @Reference ProfileExports exports) {
    this.profiles = profiles;
    this.sets = sets;
    this.exports = exports;
  }

  @Override
  public List<String> path() {
    return List.of("mdm", "macos_settings");
  }

  @Override
  public Reach reach() {
    return new Reach(Permission.VIEW_PROFILES, Permission.EDIT_PROFILES, true);
  }

  @Override
  public Map<String, Object> describe(Optional<TeamId> scope) {
    return Map.of(KEY, profiles.paths(scope));
  }

  @Override
  public SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    Map<String, byte[]> files = exports.files(actor, scope, folder);
    return new SettingsExport(Map.of(KEY, List.copyOf(files.keySet())), files);
  }

  @Override
  public List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    List<FieldError> problems = new ArrayList<>();
    List<String> paths = CustomSettingsPaths.of(wish, problems);
    if (wish.files().isPresent()) {
      List<NewProfile> wanted =
          sets.read(scope, files(paths, wish.files().get(), problems), problems);
      if (problems.isEmpty() && !wish.force()) {
        sets.massRemoval(scope, wanted)
            .ifPresent(reason -> problems.add(FieldError.unlessForced(KEY, reason)));
      }
    }
    return problems.stream().map(CustomSettings::ofKey).toList();
  }

  /** The path belongs to the reason: the field is the list. */
  private static FieldError ofKey(FieldError problem) {
    return problem.name().equals(KEY)
        ? problem
        : new FieldError(KEY, problem.name() + ": " + problem.reason());
  }

  private static List<SetFile> files(
      List<String> paths, Map<String, byte[]> sent, List<FieldError> problems) {
    List<SetFile> files = new ArrayList<>();
    for (String path : paths) {
      byte[] content = sent.get(path);
      if (content == null) {
        problems.add(new FieldError(KEY, "the file " + path + " was not sent along"));
      } else {
        files.add(new SetFile(path, content));
      }
    }
    return files;
  }

  @Override
  public List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish) {
    List<FieldError> none = new ArrayList<>();
    List<String> paths = CustomSettingsPaths.of(wish, none);
    profiles.rememberPaths(scope, paths);
    return wish.files()
        .map(sent -> sets.replace(actor, scope, sets.read(scope, files(paths, sent, none), none)))
        .orElse(List.of());
  }
}
