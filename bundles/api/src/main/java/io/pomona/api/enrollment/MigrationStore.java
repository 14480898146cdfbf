package io.pomona.api.enrollment;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.TeamId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Macs that come from another MDM: what people say of them is kept here, all else is read from
 * what Macs and ABM have said. A host is on the board once somebody has put it there, until it is
 * removed, archived or deleted. Each method is one transaction.
 */
public interface MigrationStore {
  Optional<Migration> find(HostId host);

  List<Migration> list(MigrationFilter filter, PageRequest page);

  long count(MigrationFilter filter);

  /** Of what the filter names. */
  MigrationCounts counts(MigrationFilter filter);

  /**
   * Puts Macs on the board by their serial numbers, those that were archived too. For one that is
   * not known a host is made, with its MDM off.
   *
   * @param macs no serial number twice
   * @param team of the hosts that are made
   * @param edit its change has no meaning: each Mac has its own
   * @return the serial numbers of the hosts that were made
   * @throws io.pomona.api.MdmException not found when the team is gone, or when a Mac is outside
   *     what the edit may change; nothing is written then
   */
  Set<String> add(List<NewMigration> macs, Optional<TeamId> team, MigrationEdit edit);

  /**
   * Puts hosts on the board, those that were archived too, and marks them.
   *
   * @return how many there are of them
   */
  int put(Collection<HostId> hosts, MigrationEdit edit);

  /**
   * Marks those that are on the board or archived.
   *
   * @return how many there are of them
   */
  int mark(Collection<HostId> hosts, MigrationEdit edit);

  /**
   * Takes them off the board with what was said of them; the hosts stay.
   *
   * @return how many were there
   */
  int remove(Collection<HostId> hosts, MigrationEdit edit);
}
