package io.pomona.api.pki;

import io.pomona.api.organization.ActivityDraft;
import java.util.List;
import java.util.Optional;

/** The server's keys. Each method is one transaction. */
public interface KeyMaterialStore {
  /** All of a purpose, newest first. */
  List<KeyMaterial> list(String purpose);

  /**
   * Stores the first key of a purpose. Of two nodes that start at once, one wins.
   *
   * @param activity written when it is this one that was stored
   * @return the active key that is stored now
   */
  KeyMaterial createFirst(KeyMaterial material, Optional<ActivityDraft> activity);

  default KeyMaterial createFirst(KeyMaterial material) {
    return createFirst(material, Optional.empty());
  }

  /** Stores a further key, active, and makes the others of its purpose inactive but trusted. */
  void roll(KeyMaterial material, Optional<ActivityDraft> activity);

  default void roll(KeyMaterial material) {
    roll(material, Optional.empty());
  }

  /** Ends the trust in an inactive key: removes it. */
  void retire(String id);
}
