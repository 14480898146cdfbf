package io.pomona.testkit.memory;

import io.pomona.api.profiles.NewProfile;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileOrigin;
import io.pomona.api.profiles.ProfileSetChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The profiles of a team on their way to become others. */
final class InMemoryProfileSet {
  interface Making {
    Profile make(String uuid, Optional<Instant> createdAt);
  }

  private final ProfileOrigin origin;
  private final Map<String, Profile> present = new LinkedHashMap<>();
  private final List<Profile> added = new ArrayList<>();
  private final List<Profile> replaced = new ArrayList<>();
  private final List<Profile> unchanged = new ArrayList<>();
  private final List<ProfileId> gone = new ArrayList<>();
  private final Map<Profile, byte[]> come = new LinkedHashMap<>();

  InMemoryProfileSet(List<Profile> profiles, ProfileOrigin origin) {
    this.origin = origin;
    profiles.forEach(profile -> present.put(profile.identifier(), profile));
  }

  void take(NewProfile wanted, String sha256, Making making) {
    Profile former = present.remove(wanted.identifier());
    if (former == null) {
      added.add(come(wanted, making.make(UUID.randomUUID().toString(), Optional.empty())));
    } else if (former.contentSha256().equals(sha256)) {
      unchanged.add(from(origin, former));
    } else {
      gone.add(former.id());
      replaced.add(come(wanted, making.make(former.uuid(), Optional.of(former.createdAt()))));
    }
  }

  private Profile come(NewProfile wanted, Profile made) {
    come.put(made, wanted.content().clone());
    return made;
  }

  static Profile from(ProfileOrigin origin, Profile profile) {
    return new Profile(
        profile.id(),
        profile.uuid(),
        profile.team(),
        profile.identifier(),
        profile.name(),
        profile.payloadUuid(),
        profile.contentSha256(),
        origin,
        profile.createdAt(),
        profile.updatedAt());
  }

  ProfileSetChange change() {
    return new ProfileSetChange(added, replaced, List.copyOf(present.values()), unchanged);
  }

  List<ProfileId> gone() {
    present.values().forEach(profile -> gone.add(profile.id()));
    return gone;
  }

  Map<Profile, byte[]> come() {
    return come;
  }
}
