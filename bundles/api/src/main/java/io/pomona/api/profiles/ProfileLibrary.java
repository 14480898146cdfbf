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

  /**
   * Takes a file in the place of a profile, which keeps its UUID and its team. Macs that have it
   * get the new bytes; it is never taken off them.
   *
   * @throws io.pomona.api.MdmException as for {@link #add}; invalid {@code
   *     profiles.other_identifier} when the file has another identifier; not found
   */
  Profile replace(Actor actor, ProfileId id, byte[] content);

  /** Deletes it and takes it off the Macs that have it. */
  void delete(Actor actor, ProfileId id);
}
