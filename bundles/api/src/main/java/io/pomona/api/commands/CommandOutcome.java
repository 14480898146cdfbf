package io.pomona.api.commands;

import java.util.Optional;

/**
 * A command that ended for one channel.
 *
 * @param answer the Mac's whole answer, empty when cancelled or expired
 */
public record CommandOutcome(CommandRecord command, Optional<byte[]> answer) {}
