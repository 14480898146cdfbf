/**
 * Who is talking: a Mac, or one user of a Mac.
 *
 * <p>A Mac keeps one device channel and possibly one channel per managed user. Each has its own
 * push token and its own command queue; {@link io.pomona.protocol.channel.ChannelId} names both
 * kinds.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.channel;
