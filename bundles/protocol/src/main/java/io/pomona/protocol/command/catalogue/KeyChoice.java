package io.pomona.protocol.command.catalogue;

/**
 * A value that a key may have.
 *
 * @param value as text, whatever the type of the key
 * @param binding false where a Mac leaves out the values that it does not know
 */
public record KeyChoice(String value, Availability availability, boolean binding) {}
