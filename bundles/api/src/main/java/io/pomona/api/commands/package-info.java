/**
 * Commands to Macs: a durable queue per enrollment channel with at most one command under way, what
 * became of each, and news of it to the slice that asked.
 */
@Export
@Version("1.0.0")
package io.pomona.api.commands;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
