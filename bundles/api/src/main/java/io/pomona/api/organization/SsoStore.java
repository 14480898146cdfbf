package io.pomona.api.organization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Logins by a provider of identities: those under way, and who an account is to the provider. Any
 * node may go on with what another began. Each method is one transaction.
 */
public interface SsoStore {
  /** Keeps a ticket until it is taken or has expired. */
  void save(SsoTicket ticket);

  /**
   * Takes a ticket, once: of two callers one gets it. Empty when it is unknown, taken or expired.
   * Who is not its holder gets nothing and leaves it to the holder.
   */
  Optional<SsoTicket> take(String sha256, String holderSha256, Instant now);

  /** Removes what has expired. */
  int purge(Instant now);

  /**
   * Binds an account to who first logs in to it; does nothing when it is bound to the same.
   *
   * @throws io.pomona.api.MdmException not found when the account is gone; forbidden {@code
   *     organization.sso_not_enabled}, or {@code organization.sso_other_subject} when it is bound
   *     to somebody else; conflict {@code organization.sso_subject_taken} when somebody else's
   *     account is bound to this one
   */
  void bind(UserId user, SsoIdentity identity, Instant now);

  /**
   * Begins a session of an account for which SSO is enabled, whatever happened to it meanwhile.
   *
   * @param tokenSha256 as in {@link SessionStore#create}
   * @throws io.pomona.api.MdmException as {@link #bind}
   */
  void open(UserId user, String tokenSha256, Instant now, Instant expires, ActivityDraft activity);

  /**
   * Makes an account that is bound from the beginning.
   *
   * @param activities of the account that was made; may be called more than once
   * @throws io.pomona.api.MdmException conflict {@code organization.email_taken} or {@code
   *     organization.sso_subject_taken}
   */
  User create(
      NewUser user,
      SsoIdentity identity,
      Instant now,
      Function<User, List<ActivityDraft>> activities);
}
