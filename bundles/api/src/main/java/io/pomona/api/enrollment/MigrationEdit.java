package io.pomona.api.enrollment;

import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.TeamScope;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A change of the board with who makes it.
 *
 * @param by the name of who says so
 * @param within whose Macs may be changed; others are as if they were not there
 * @param activity of hosts of one team, or of none, in order of id and never empty; called once for
 *     each such step, which is no longer than a thousand
 */
public record MigrationEdit(
    MigrationChange change,
    String by,
    Instant now,
    TeamScope within,
    Function<List<Host>, ActivityDraft> activity) {}
