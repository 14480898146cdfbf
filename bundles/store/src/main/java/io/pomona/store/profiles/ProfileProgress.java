package io.pomona.store.profiles;

import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.store.sql.Row;
import io.pomona.store.sql.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the Macs of a team by how far profiles are. Native SQL: nothing is loaded to be counted,
 * and one statement counts all, so that the numbers fit together.
 */
final class ProfileProgress {
  private static final String ON = " h.mdm IN ('ON_MANUAL', 'ON_AUTOMATIC') AND h.team_id = ?";

  /** The first row counts all Macs. */
  private static final String COUNTS =
      "SELECT '' AS identifier, '' AS content_sha256, 'PENDING' AS status, COUNT(*) AS n"
          + " FROM enrollment_host h WHERE"
          + ON
          + " UNION ALL SELECT p.identifier, p.content_sha256, p.status, COUNT(*)"
          + " FROM profiles_host_profile p JOIN enrollment_host h ON h.id = p.host_id WHERE"
          + ON
          + " AND p.operation = 'INSTALL' AND p.status <> 'PENDING' AND p.identifier = ANY(?)"
          + " GROUP BY p.identifier, p.content_sha256, p.status";

  private record Bytes(String identifier, String contentSha256) {
    private static final Bytes OF_ALL = new Bytes("", "");
  }

  private final Sql sql;
  private final long team;
  private final Map<Bytes, Map<ProfileStatus, Long>> found = new HashMap<>();

  ProfileProgress(Sql sql, long team) {
    this.sql = sql;
    this.team = team;
  }

  Map<ProfileId, Map<ProfileStatus, Long>> of(Collection<Profile> profiles) {
    String[] identifiers = profiles.stream().map(Profile::identifier).toArray(String[]::new);
    sql.query(COUNTS, this::count, team, team, identifiers);
    Map<ProfileId, Map<ProfileStatus, Long>> progress = new LinkedHashMap<>();
    profiles.forEach(profile -> progress.put(profile.id(), of(profile)));
    return progress;
  }

  private Bytes count(Row row) throws SQLException {
    Bytes bytes = new Bytes(row.text("identifier"), row.text("content_sha256"));
    found
        .computeIfAbsent(bytes, none -> new EnumMap<>(ProfileStatus.class))
        .put(ProfileStatus.valueOf(row.text("status")), row.number("n"));
    return bytes;
  }

  /** Macs that have told nothing of these bytes wait for them. */
  private Map<ProfileStatus, Long> of(Profile profile) {
    Map<ProfileStatus, Long> counts = new EnumMap<>(ProfileStatus.class);
    counts.putAll(
        found.getOrDefault(new Bytes(profile.identifier(), profile.contentSha256()), Map.of()));
    long told = counts.values().stream().mapToLong(Long::longValue).sum();
    long waiting = found.get(Bytes.OF_ALL).get(ProfileStatus.PENDING) - told;
    if (waiting > 0) {
      counts.put(ProfileStatus.PENDING, waiting);
    }
    return counts;
  }
}
