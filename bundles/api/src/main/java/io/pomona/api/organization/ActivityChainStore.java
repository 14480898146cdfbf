package io.pomona.api.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chain of activities. Activities are written without a place in it, so that those who write
 * them never wait for each other, and are chained in batches soon after.
 */
public interface ActivityChainStore {
  /**
   * The newest link.
   *
   * @param position 0 when there is no link
   * @param sealedKey the key of the hashes, sealed
   */
  record Head(long position, String hash, byte[] sealedKey) {}

  /** Empty until the chain has begun. */
  Optional<Head> head();

  /** Begins the chain, unless it has begun; with links there, behind the last of them. */
  void begin(byte[] sealedKey);

  /**
   * Chains the committed activities that have no place yet, those with the smallest ids first. Only
   * one node at a time does it; the others do not wait.
   *
   * @return how many were chained; fewer than the limit when none are left or another node is at it
   */
  int chain(int limit, ActivityLink.Hash hash);

  /** By position. */
  List<ActivityLink> links(long afterPosition, int limit);

  /** When the oldest activity without a place was written. */
  Optional<Instant> oldestUnchained();
}
