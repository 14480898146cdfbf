package io.pomona.api.updates;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Updates that Macs could install and those that they were told to. It ends with the host; what
 * comes for a host that is gone changes nothing. Each method is one transaction.
 */
public interface OsUpdateStore {
  /** {@link OsUpdateStanding#NOTHING} of a Mac that was never asked. */
  OsUpdateStanding of(HostId host);

  /** Keeps what a Mac could install, unless it has told something newer. */
  void listed(HostId host, OsUpdateReport available);

  /**
   * In the place of the order before, of which nothing is left.
   *
   * @param within the teams of whom it is asked by: the host may have moved since somebody looked
   * @throws io.pomona.api.MdmException not found {@code commands.unknown_host}; nothing is written
   */
  void order(
      HostId host,
      OsUpdateOrder order,
      CommandOrder command,
      ActivityDraft activity,
      TeamScope within,
      Instant now);

  /**
   * What became of an order; changes nothing when there is a newer one.
   *
   * @param results empty where the Mac gave none
   * @param askAt as in {@link OsUpdateStanding}
   */
  void answered(
      HostId host,
      CommandUuid order,
      Optional<OsUpdateReport> results,
      String failure,
      Optional<Instant> askAt);

  /** Keeps how far a Mac is, unless it has told something newer. */
  void progressed(HostId host, OsUpdateReport progress);

  /** Macs that are to be asked by now, those first that wait longest. */
  List<OsUpdateDue> due(Instant now, int limit);

  /**
   * Asks how far a Mac is with an order; changes nothing when there is a newer one.
   *
   * @param commands none when it is asked no more
   * @param askAt when it is asked again
   */
  void ask(OsUpdateDue due, List<CommandOrder> commands, Optional<Instant> askAt, Instant now);
}
