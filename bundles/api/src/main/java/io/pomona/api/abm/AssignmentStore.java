package io.pomona.api.abm;

import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AssignmentResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be told to Apple: which profile the Macs of each team should have, against what Apple
 * holds. Profiles are named by a hash of all that Apple is told. Each method is one transaction.
 */
public interface AssignmentStore {
  /**
   * What the Macs of each team should have.
   *
   * @param hashes by team; the Macs of teams that are not in it are left as they are
   */
  void want(Map<Optional<TeamId>, String> hashes);

  /**
   * Forgets profiles that no team wants any more, and how it went with Macs that are gone once
   * nothing is to be waited for.
   */
  void purge(Instant now);

  /** Tokens with Macs that have something else and are not to be waited for. */
  List<AbmTokenId> due(Instant now);

  /**
   * Lets one node assign for the token until the time is over, or goes on letting it.
   *
   * @return false while another one does, and while the token is to be left alone
   */
  boolean lease(AbmTokenId token, String holder, Instant until, Instant now);

  /**
   * @param againAt the token is left alone until then
   */
  void release(AbmTokenId token, String holder, Instant againAt);

  /** Macs that have something else and are not to be waited for, those assigned last first. */
  List<Wanted> wanted(AbmTokenId token, Instant now, int limit);

  /**
   * A Mac and what it should have.
   *
   * @param profileUuid Apple's name for it; empty while Apple does not know it
   */
  record Wanted(String serialNumber, String hash, Optional<String> profileUuid) {}

  /** Apple knows the profile now, or, with an empty name, does not any more. */
  void defined(AbmTokenId token, String hash, Optional<String> profileUuid);

  /**
   * Apple does not take the profile.
   *
   * @param detail why, for a person
   * @param againAt its Macs are waited with until then
   */
  void refused(AbmTokenId token, String hash, String detail, Instant againAt);

  /** What Apple did; those that went well have the profile now. */
  void record(AbmTokenId token, List<Outcome> outcomes, Instant now);

  /**
   * Macs that fared alike.
   *
   * @param detail for a person; empty text when it went well
   * @param againAt no further attempt before this
   */
  record Outcome(
      String profileUuid,
      AssignmentResult result,
      List<String> serialNumbers,
      String detail,
      Instant againAt) {}
}
