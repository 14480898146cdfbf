package io.pomona.api.pki;

import java.util.List;

/** The server's keys. Each method is one transaction. */
public interface KeyMaterialStore {
  /** All of a purpose, newest first. */
  List<KeyMaterial> list(String purpose);

  /**
   * Stores the first key of a purpose. Of two nodes that start at once, one wins.
   *
   * @return the active key that is stored now
   */
  KeyMaterial createFirst(KeyMaterial material);

  /** Stores a further key, active, and makes the others of its purpose inactive but trusted. */
  void roll(KeyMaterial material);

  /** Ends the trust in an inactive key: removes it. */
  void retire(String id);
}
