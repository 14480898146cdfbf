/**
 * Property lists: the format of every message between a Mac and its MDM server.
 *
 * <p>{@link io.pomona.protocol.plist.PlistReader} turns bytes into a {@link
 * io.pomona.protocol.plist.PlistDict}, {@link io.pomona.protocol.plist.PlistWriter} turns one into
 * XML. Both refuse what a Mac never sends: documents with their own entities, deep nesting, huge
 * numbers of nodes, the old ASCII form. A dictionary never changes and never prints its values,
 * since many of them are secrets.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.plist;
