package io.pomona.api.profiles;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import java.util.List;
import java.util.Optional;

/** Uploading and deleting profiles as a person does. */
public interface ProfileLibrary {
  /**
   * @param content a .mobileconfig, signed or not
   * @throws io.pomona.api.MdmException malformed or invalid with the reason; conflict on a taken
   *     name or identifier; forbidden
   */
  Profile add(Actor actor, Optional<TeamId> team, byte[] content);

  /**
   * The same for many: all of them are added, or none.
   *
   * @return in the order of {@code contents}
   */
  List<Profile> addAll(Actor actor, Optional<TeamId> team, List<byte[]> contents);

  /** Deletes it and takes it off the Macs that have it. */
  void delete(Actor actor, ProfileId id);
}
