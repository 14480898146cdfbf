/**
 * What may be said to a Mac: every command with its keys, their types and values, and on which Macs
 * each may be used.
 *
 * <p>{@link io.pomona.protocol.command.catalogue.CommandCatalogue} gives the {@link
 * io.pomona.protocol.command.catalogue.CommandDefinition} of a request type, which turns keys as a
 * person or program wrote them into a {@link io.pomona.protocol.command.catalogue.Composition}: the
 * keys as a Mac gets them, or all that is wrong with them, and what they ask of the Mac.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.command.catalogue;
