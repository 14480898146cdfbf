package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import io.pomona.api.profiles.ProfileSpread;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.protocol.profile.MobileConfig;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The profiles of a team, or of no team, as a whole: what files say that they should be. */
@Component(service = ProfileSets.class)
public final class ProfileSets {
  private final ProfileStore profiles;
  private final HostProfileStore hostProfiles;
  private final ProfileScope scope;
  private final Clock clock;

  @Activate
  public ProfileSets(
      @Reference ProfileStore profiles,
      @Reference HostProfileStore hostProfiles,
      @Reference ProfileScope scope) {
    this(profiles, hostProfiles, scope, Clock.systemUTC());
  }

  ProfileSets(
      ProfileStore profiles, HostProfileStore hostProfiles, ProfileScope scope, Clock clock) {
    this.profiles = profiles;
    this.hostProfiles = hostProfiles;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A file of a set.
   *
   * @param field names it in errors
   */
  public record SetFile(String field, byte[] content) {}

  /**
   * Reads and checks each file by itself and against the others.
   *
   * @param problems takes what is wrong
   * @return those that are right
   */
  public List<NewProfile> read(
      Optional<TeamId> team, List<SetFile> files, List<FieldError> problems) {
    List<NewProfile> read = new ArrayList<>();
    Map<String, String> identifiers = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (SetFile file : files) {
      try {
        MobileConfig config = ProfileRules.read(file.content());
        requireOnce(identifiers, config.identifier(), file, "PayloadIdentifier");
        requireOnce(names, config.displayName(), file, "PayloadDisplayName");
        read.add(
            new NewProfile(
                team, config.identifier(), config.displayName(), config.uuid(), file.content()));
      } catch (MdmException e) {
        problems.add(new FieldError(file.field(), e.getMessage()));
      }
    }
    return read;
  }

  private static void requireOnce(
      Map<String, String> known, String value, SetFile file, String key) {
    String first = known.putIfAbsent(value, file.field());
    if (first != null) {
      throw MdmException.invalid(
          "profiles.twice",
          file.field(),
          "The " + key + " " + value + " is that of " + first + ".");
    }
  }

  /** What must be meant: taking profiles off more than half of the Macs. Empty when it is less. */
  public Optional<String> massRemoval(Optional<TeamId> team, List<NewProfile> wanted) {
    Set<String> kept = wanted.stream().map(NewProfile::identifier).collect(Collectors.toSet());
    List<String> leaving =
        profiles.list(team).stream()
            .map(Profile::identifier)
            .filter(identifier -> !kept.contains(identifier))
            .toList();
    if (leaving.isEmpty()) {
      return Optional.empty();
    }
    return hostProfiles.spread(team, leaving).massRemoval(leaving);
  }

  /**
   * Makes them the profiles of the team, in place of all that are there.
   *
   * @return what changed, for how many Macs
   */
  public List<SettingsChange> replace(Actor actor, Optional<TeamId> team, List<NewProfile> wanted) {
    ProfileSetChange change =
        profiles.replaceAll(team, wanted, clock.instant(), made -> activity(actor, team, made));
    return change.isEmpty() ? List.of() : words(team, change);
  }

  private ActivityDraft activity(Actor actor, Optional<TeamId> team, ProfileSetChange change) {
    return scope.named(
        ActivityDraft.of(actor, "edited_macos_profile")
            .with("added", identifiers(change.added()))
            .with("replaced", identifiers(change.replaced()))
            .with("removed", identifiers(change.removed())),
        team);
  }

  private static List<String> identifiers(List<Profile> profiles) {
    return profiles.stream().map(Profile::identifier).toList();
  }

  private List<SettingsChange> words(Optional<TeamId> team, ProfileSetChange change) {
    ProfileSpread spread = hostProfiles.spread(team, identifiers(change.removed()));
    String all = macs(spread.macs());
    List<SettingsChange> words = new ArrayList<>();
    change.added().forEach(one -> words.add(SettingsChange.added(name(one) + ", for " + all)));
    change
        .replaced()
        .forEach(one -> words.add(SettingsChange.changed(name(one) + ", replaced for " + all)));
    change
        .removed()
        .forEach(
            one ->
                words.add(
                    SettingsChange.removed(
                        name(one) + ", from " + spread.macsWith(one.identifier()) + hand(one))));
    return words;
  }

  private static String name(Profile profile) {
    return "profile " + profile.name() + " (" + profile.identifier() + ")";
  }

  private static String hand(Profile profile) {
    return profile.origin() == ProfileOrigin.CONSOLE ? "; it was uploaded by hand" : "";
  }

  private static String macs(long number) {
    return number == 1 ? "1 Mac" : number + " Macs";
  }
}
