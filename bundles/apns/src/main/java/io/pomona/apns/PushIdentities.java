package io.pomona.apns;

import java.util.Optional;

/** Where the pusher finds the pair in use; asked for every push. */
public interface PushIdentities {
  /**
   * The same instance until another pair is loaded; empty when there is none or its key cannot be
   * opened.
   */
  Optional<PushIdentity> identity();
}
