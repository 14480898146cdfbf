/**
 * Commands to a Mac and its reports about them.
 *
 * <p>A {@link io.pomona.protocol.command.CommandBody} is a request type and its keys; {@link
 * io.pomona.protocol.command.Commands} has the usual ones. {@link
 * io.pomona.protocol.command.EncodedCommand} is the body written once, into which the UUID of each
 * queue entry is spliced. {@link io.pomona.protocol.command.CommandReportReader} reads what every
 * poll of every Mac sends and therefore looks at a few keys only; whoever wants the rest of an
 * answer gives the same bytes to {@link io.pomona.protocol.plist.PlistReader}. Which commands and
 * keys there are is in {@link io.pomona.protocol.command.catalogue}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.command;
