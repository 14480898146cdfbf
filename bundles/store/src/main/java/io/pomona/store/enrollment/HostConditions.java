package io.pomona.store.enrollment;

import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.store.escrow.EncryptionStatuses;
import io.pomona.store.organization.TeamRows;
import io.pomona.store.profiles.WorstStatus;
import java.util.List;
import java.util.Locale;

/** Which hosts, as conditions behind a WHERE that has begun; the text depends on no value. */
final class HostConditions {
  private static final String WORST_PROFILE =
      " AND h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND (SELECT "
          + WorstStatus.PLACE
          + " FROM profiles_host_profile p"
          + WorstStatus.JOINED
          + " WHERE p.host_id = h.id) = ?";

  private static final String BOOTSTRAP =
      " AND h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND EXISTS (SELECT 1 FROM abm_setup b"
          + " WHERE b.host_id = h.id AND b.bootstrap_status = ?)";

  private static final String VERSION =
      " AND h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC')"
          + " AND CAST(h.team_id AS VARCHAR) || ' ' || h.os_version = ANY(?)";

  private static final String UPDATE_FAILED =
      " AND EXISTS (SELECT 1 FROM updates_channel u"
          + " JOIN enrollment_channel e ON e.channel = u.channel"
          + " WHERE u.host_id = h.id AND NOT e.is_user AND u.reported_at IS NOT NULL"
          + " AND u.install_state = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM enrollment_inventory i"
          + " WHERE i.host_id = h.id AND NOT i.supervised)";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values;

  private HostConditions(List<Object> values) {
    this.values = values;
  }

  /**
   * @param values takes those that the conditions bind
   */
  static String of(HostFilter filter, List<Object> values) {
    HostConditions all = new HostConditions(values);
    if (!filter.query().isEmpty()) {
      all.and(" AND h.search_text LIKE ? ESCAPE '!'", pattern(filter.query()));
    }
    if (!filter.statuses().isEmpty()) {
      all.and(
          " AND h.mdm = ANY(?)", filter.statuses().stream().map(Enum::name).toArray(String[]::new));
    }
    all.text.append(within(filter.scope(), values));
    filter.profiles().ifPresent(worst -> all.and(WORST_PROFILE, WorstStatus.place(worst)));
    filter.bootstrap().ifPresent(status -> all.and(BOOTSTRAP, status.name()));
    filter
        .encryption()
        .ifPresent(status -> all.and(EncryptionStatuses.IS, EncryptionStatuses.codes(status)));
    filter.versions().ifPresent(wanted -> all.and(VERSION, pairs(wanted)));
    filter
        .versions()
        .filter(TeamVersions::failed)
        .ifPresent(wanted -> all.and(UPDATE_FAILED, ReportedUpdate.FAILED));
    return all.text.toString();
  }

  /**
   * The same with the WHERE. Without a number to go on behind there is no condition for it: one
   * that all hosts meet would have H2 walk the key instead of the index of an order.
   */
  static String where(long after, HostFilter filter, List<Object> values) {
    if (after > 0) {
      values.add(after);
    }
    return (after > 0 ? " WHERE h.id > ?" : " WHERE TRUE") + of(filter, values);
  }

  private void and(String condition, Object value) {
    text.append(condition);
    values.add(value);
  }

  /** The condition, whose value it adds. */
  static String within(TeamScope scope, List<Object> values) {
    if (scope.all()) {
      return "";
    }
    values.add(TeamRows.numbers(scope));
    return " AND h.team_id = ANY(?)";
  }

  private static String[] pairs(TeamVersions wanted) {
    return wanted.byTeam().entrySet().stream()
        .flatMap(
            team ->
                team.getValue().stream()
                    .map(version -> TeamRows.number(team.getKey()) + " " + version))
        .toArray(String[]::new);
  }

  private static String pattern(String query) {
    String literal =
        query.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }
}
