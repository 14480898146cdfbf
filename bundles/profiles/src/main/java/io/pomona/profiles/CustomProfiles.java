package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.protocol.profile.MobileConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Profiles that people upload, as they are. */
@Component
public final class CustomProfiles implements ProfileLibrary {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.profiles");

  private final ProfileStore profiles;
  private final ProfileScope scope;
  private final Clock clock;

  @Activate
  public CustomProfiles(@Reference ProfileStore profiles, @Reference ProfileScope scope) {
    this(profiles, scope, Clock.systemUTC());
  }

  CustomProfiles(ProfileStore profiles, ProfileScope scope, Clock clock) {
    this.profiles = profiles;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public Profile add(Actor actor, Optional<TeamId> team, byte[] content) {
    return addAll(actor, team, List.of(content)).get(0);
  }

  @Override
  public List<Profile> addAll(Actor actor, Optional<TeamId> team, List<byte[]> contents) {
    scope.require(actor, Permission.EDIT_PROFILES, team);
    List<Profile> added =
        profiles.addAll(
            team,
            contents.stream().map(content -> profile(team, content)).toList(),
            clock.instant(),
            profile ->
                activity(
                    actor, "created_macos_profile", profile.name(), profile.identifier(), team));
    added.forEach(it -> LOG.info("Profile {} added: {}", it.id().value(), it.identifier()));
    return added;
  }

  private static NewProfile profile(Optional<TeamId> team, byte[] content) {
    MobileConfig config = ProfileRules.read(content);
    return new NewProfile(team, config.identifier(), config.displayName(), config.uuid(), content);
  }

  @Override
  public Profile replace(Actor actor, ProfileId id, byte[] content) {
    Profile present = scope.known(actor, Permission.EDIT_PROFILES, profiles.find(id));
    NewProfile wanted = profile(present.team(), content);
    requireSame(present.identifier(), wanted.identifier());
    ActivityDraft draft =
        ActivityDraft.of(actor, "edited_macos_profile")
            .with("added", List.of())
            .with("replaced", List.of(wanted.identifier()))
            .with("removed", List.of());
    Profile stored = profiles.replace(wanted, clock.instant(), scope.named(draft, present.team()));
    LOG.info("Profile {} replaced: {}", stored.id().value(), stored.identifier());
    return stored;
  }

  private static void requireSame(String present, String wanted) {
    if (!present.equals(wanted)) {
      throw MdmException.invalid(
          "profiles.other_identifier",
          "profile",
          "The file's PayloadIdentifier is "
              + wanted
              + ", and the profile's "
              + present
              + ". Upload the file as a profile of its own, or give it the profile's identifier.");
    }
  }

  @Override
  public void delete(Actor actor, ProfileId id) {
    Profile profile = scope.known(actor, Permission.EDIT_PROFILES, profiles.find(id));
    profiles.delete(
        id,
        clock.instant(),
        activity(
            actor, "deleted_macos_profile", profile.name(), profile.identifier(), profile.team()));
    LOG.info("Profile {} deleted: {}", id.value(), profile.identifier());
  }

  /** For whoever names a profile that is not there. */
  public static MdmException unknown() {
    return MdmException.notFound("profiles.not_found", "There is no such profile.");
  }

  private ActivityDraft activity(
      Actor actor, String type, String name, String identifier, Optional<TeamId> team) {
    return scope.named(
        ActivityDraft.of(actor, type)
            .with("profile_name", name)
            .with("profile_identifier", identifier),
        team);
  }
}
