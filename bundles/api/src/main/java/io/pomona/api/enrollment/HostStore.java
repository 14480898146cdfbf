package io.pomona.api.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The host registry. Each method is one transaction. */
public interface HostStore {
  Optional<Host> find(HostId id);

  /**
   * By UDID, serial number or, when only one has it, by name.
   *
   * @param scope among whose hosts; the others are as if they were not there
   */
  Optional<Host> findByIdentifier(String identifier, TeamScope scope);

  /** Those of them that exist. */
  default List<Host> findAll(Collection<HostId> ids) {
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** As {@link #findByIdentifier} for each; an identifier that finds nothing is left out. */
  default Map<String, Host> findAllByIdentifier(Collection<String> identifiers, TeamScope scope) {
    Map<String, Host> found = new HashMap<>();
    identifiers.forEach(
        text -> findByIdentifier(text, scope).ifPresent(host -> found.put(text, host)));
    return found;
  }

  /** The channels of users of these Macs that are in use; most Macs have one at most. */
  List<ChannelId> userChannels(Collection<HostId> ids);

  /** By id. */
  default List<Host> list(HostFilter filter, PageRequest page) {
    return list(filter, HostOrder.byId(), page);
  }

  /**
   * @param page {@code after} is of use only where the order is by id, ascending
   */
  List<Host> list(HostFilter filter, HostOrder order, PageRequest page);

  /** Of all that there are to list, however many, at one moment. */
  List<HostId> ids(HostFilter filter, HostOrder order);

  /** How many there are to list. */
  long count(HostFilter filter);

  default Map<MdmStatus, Long> counts() {
    return counts(TeamScope.everywhere());
  }

  Map<MdmStatus, Long> counts(TeamScope scope);

  /** How many enrolled hosts have which version of macOS; empty text is one that is not known. */
  Map<String, Long> osVersions(TeamScope scope);

  HostInventory inventory(HostId id);

  /** Those of them that say that they are not supervised; who has not said so is left out. */
  Set<HostId> unsupervised(Collection<HostId> ids);

  /**
   * Takes over what a Mac reported; parts that are empty in the report stay as they are. A recovery
   * key that is not known waits in {@link io.pomona.api.escrow.EnvelopeStore}, whatever is reported
   * next.
   *
   * @param facts as just reported, or empty when the report was SecurityInfo only
   */
  void report(ChannelId device, Optional<MacFacts> facts, HostInventory report, Instant now);

  /** Marks a refetch as awaited and queues its commands. */
  void refetch(HostId id, List<CommandOrder> commands, Instant now);

  /**
   * Moves hosts into a team, or into none, and marks those that move as to be reconciled. Unknown
   * ids and hosts that are there already are left out.
   *
   * @param activity of those that move from one place; may be called more than once
   * @return how many have moved
   * @throws io.pomona.api.MdmException not found when the team is gone
   */
  int transfer(
      Collection<HostId> ids,
      Optional<TeamId> team,
      Instant now,
      Function<HostMove, ActivityDraft> activity);

  /** Device channels that are enrolled and whose details are older than this, oldest first. */
  List<Host> detailsOlderThan(Instant before, int limit);

  /**
   * Removes a host that is not enrolled and all that hangs on it but keys and tokens.
   *
   * @throws io.pomona.api.MdmException conflict {@code enrollment.host_enrolled} or {@code
   *     enrollment.host_assigned} when ABM assigns it to us
   */
  void delete(HostId id, ActivityDraft activity);
}
