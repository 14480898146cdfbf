package io.pomona.protocol.command.catalogue;

/**
 * Something was used that not every Mac takes.
 *
 * @param path of the key or value; empty for the command itself
 * @param binding false where a Mac leaves out what it does not know
 */
public record KeyUse(String path, Availability availability, boolean binding) {}
