package io.pomona.api.commands;

import io.pomona.protocol.command.CommandReport;

/**
 * What a Mac reported in one request, to be stored before it is answered.
 *
 * @param raw the whole body; kept as the result when it ends a command
 */
public record CommandReportEntry(CommandReport report, byte[] raw) {}
