package io.pomona.api.abm;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.AppleAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server tokens. Each method is one transaction. */
public interface AbmTokenStore {
  /** All, oldest first. */
  List<AbmToken> list();

  Optional<AbmToken> find(AbmTokenId id);

  /** What signs calls, as {@link NewAbmToken#sealed} says. */
  Optional<byte[]> sealed(AbmTokenId id);

  /**
   * A token of another server; a synchronization is due at once.
   *
   * @throws io.pomona.api.MdmException conflict {@code abm.token_loaded} when the server's is there
   */
  AbmToken add(NewAbmToken token, Instant now, ActivityDraft activity);

  /**
   * Replaces it in place. Macs, team and cursor stay. With another server all are fetched anew, and
   * Macs that the first complete fetch does not show are taken back.
   *
   * @throws io.pomona.api.MdmException not found {@code abm.no_token}; conflict {@code
   *     abm.token_loaded} when another row stands for that server
   */
  AbmToken renew(AbmTokenId id, NewAbmToken token, Instant now, ActivityDraft activity);

  /**
   * For Macs that come from now on.
   *
   * @throws io.pomona.api.MdmException not found, the token or the team
   */
  void defaultTeam(
      AbmTokenId id, Optional<TeamId> team, Instant now, List<ActivityDraft> activities);

  /**
   * Takes over what Apple says of the account.
   *
   * @param holder who leases the token
   * @throws io.pomona.api.MdmException conflict {@code abm.lease_lost}
   */
  void describe(AbmTokenId id, String holder, AppleAccount account);

  /**
   * Ends it: its Macs are no longer assigned, as if ABM had taken back each of them.
   *
   * @throws io.pomona.api.MdmException not found {@code abm.no_token}
   */
  void delete(AbmTokenId id, Instant now, ActivityDraft activity);
}
