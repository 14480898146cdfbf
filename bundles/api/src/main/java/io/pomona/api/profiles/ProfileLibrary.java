package io.pomona.api.profiles;

import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import java.util.Optional;

/** Uploading and deleting profiles as a person does. */
public interface ProfileLibrary {
  /**
   * @param content a .mobileconfig, signed or not
   * @throws io.pomona.api.MdmException malformed or invalid with the reason; conflict on a taken
   *     name or identifier; forbidden
   */
  Profile add(Actor actor, Optional<TeamId> team, byte[] content);

  /** Deletes it and takes it off the Macs that have it. */
  void delete(Actor actor, ProfileId id);
}
