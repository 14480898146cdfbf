package io.pomona.profiles;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The profiles of a team or of no team as files. They may hold passwords: the feed says who got
 * them.
 */
@Component(service = ProfileExports.class)
public final class ProfileExports {
  private static final String EXTENSION = ".mobileconfig";

  private final ProfileStore profiles;
  private final ActivityStore activities;
  private final ProfileScope scope;
  private final Clock clock;

  @Activate
  public ProfileExports(
      @Reference ProfileStore profiles,
      @Reference ActivityStore activities,
      @Reference ProfileScope scope) {
    this.profiles = profiles;
    this.activities = activities;
    this.scope = scope;
    this.clock = Clock.systemUTC();
  }

  /** By path in a folder, by name of the profile. */
  Map<String, byte[]> files(Actor actor, Optional<TeamId> team, String folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Profile> all = profiles.list(team);
    for (Profile profile : all) {
      profiles
          .content(profile.id())
          .ifPresent(content -> files.put(path(folder, profile, files), content));
    }
    if (!files.isEmpty()) {
      activities.append(activity(actor, team, all), clock.instant());
    }
    return files;
  }

  /** Safe in every file system, and once. */
  private static String path(String folder, Profile profile, Map<String, byte[]> taken) {
    String plain = folder + "/" + profile.identifier().replaceAll("[^A-Za-z0-9._-]", "_");
    String path = plain + EXTENSION;
    for (int number = 2; taken.containsKey(path); number++) {
      path = plain + "-" + number + EXTENSION;
    }
    return path;
  }

  private ActivityDraft activity(Actor actor, Optional<TeamId> team, List<Profile> all) {
    ActivityDraft draft =
        ActivityDraft.of(actor, "exported_macos_profiles")
            .with("profile_identifiers", all.stream().map(Profile::identifier).toList());
    return team.map(
            id -> draft.with("team_id", id.value()).with("team_name", scope.name(id).orElse("")))
        .orElse(draft);
  }
}
