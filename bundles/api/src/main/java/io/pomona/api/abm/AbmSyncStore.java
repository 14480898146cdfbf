package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which node looks at ABM for which token, and how that went. Each method is one transaction. Who
 * holds no lease any more changes nothing: its calls fail with a conflict {@code abm.lease_lost}.
 */
public interface AbmSyncStore {
  /**
   * Lets one node have the token that has waited longest, until the time is over or the run has
   * ended; every page that is taken over begins the time anew.
   */
  Optional<AbmToken> lease(String holder, Duration time, Instant now);

  /** Begins the time of the lease anew. */
  void hold(AbmTokenId token, String holder, Duration time, Instant now);

  /** The run has ended well; clears the trouble. */
  void succeeded(AbmTokenId token, String holder, Instant dueAt, Instant now);

  /**
   * The run has failed.
   *
   * @param progress from where to go on
   */
  void failed(AbmTokenId token, String holder, AbmProgress progress, Failure failure, Instant now);

  /** What a run fails with. */
  record Failure(AbmTrouble.Kind kind, String word, Instant dueAt) {}

  /**
   * Makes a run due, also while another one is under way.
   *
   * @param full whether it is to fetch all Macs
   * @throws io.pomona.api.MdmException not found {@code abm.no_token}
   */
  void wake(AbmTokenId token, boolean full, Instant now, List<ActivityDraft> activities);

  /** The session with Apple, sealed under {@code abm.session}, where one is known. */
  Optional<byte[]> session(AbmTokenId token);

  /**
   * Keeps a session for the next call and the next start; empty forgets it.
   *
   * @param signing what opened it, as {@link NewAbmToken#sealed} says; a session of a token that
   *     was renewed meanwhile is not kept
   */
  void session(AbmTokenId token, byte[] signing, Optional<byte[]> sealed);
}
