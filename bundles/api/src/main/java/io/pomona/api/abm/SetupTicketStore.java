package io.pomona.api.abm;

import java.time.Instant;
import java.util.Optional;

/**
 * Tickets of Macs in the web view; any node goes on with what another began. Each method is one
 * transaction; those that change something do nothing to a ticket that has expired or is done.
 */
public interface SetupTicketStore {
  /** Keeps a new one, and forgets those that have expired. */
  void save(SetupTicket ticket, Instant now);

  /** Empty when it is unknown or has expired. */
  Optional<SetupTicket> find(String sha256, Instant now);

  void agree(String sha256, Instant now);

  /** A login has begun; one that was under way before ends by it. */
  void begin(String sha256, String stateSha256, Instant now);

  /**
   * The login is over, whatever comes of it: of two callers one may go on.
   *
   * @return whether it was the one under way
   */
  boolean endLogin(String sha256, String stateSha256, Instant now);

  void loggedIn(String sha256, EndUser user, Instant now);

  /**
   * The profile is handed out: of two callers one may do so.
   *
   * @return whether it had not been done yet
   */
  boolean finish(String sha256, Instant now);
}
