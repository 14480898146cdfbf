package io.pomona.api.updates;

import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.command.OsUpdateItem;
import java.time.Instant;

/**
 * An update that somebody had a Mac told to install.
 *
 * @param command the ScheduleOSUpdate
 * @param orderedBy shown to admins
 */
public record OsUpdateOrder(
    CommandUuid command, OsUpdateItem item, String orderedBy, Instant orderedAt) {}
