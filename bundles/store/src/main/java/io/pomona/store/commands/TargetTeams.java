package io.pomona.store.commands;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandOrder;
import io.pomona.api.organization.TeamScope;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.sql.Sql;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether hosts are where whoever sends something to them has seen them. */
public final class TargetTeams {
  private TargetTeams() {}

  /** Holds the hosts, so that none moves before the commit; who may do all need not wait. */
  public static void require(Sql sql, Iterable<CommandOrder> orders, TeamScope within) {
    if (within.all()) {
      return;
    }
    Set<Long> teams = Arrays.stream(TeamRows.numbers(within)).collect(Collectors.toSet());
    for (CommandOrder order : orders) {
      boolean all =
          sql
              .query(
                  "SELECT h.team_id FROM enrollment_host h WHERE h.id IN (SELECT e.host_id"
                      + " FROM enrollment_channel e WHERE e.channel = ANY(?)) ORDER BY h.id "
                      + sql.dialect().share(),
                  row -> row.number("team_id"),
                  (Object) order.channels().stream().map(ChannelId::value).toArray(String[]::new))
              .stream()
              .allMatch(teams::contains);
      if (!all) {
        throw MdmException.notFound("commands.unknown_host", "One of the hosts does not exist.");
      }
    }
  }
}
