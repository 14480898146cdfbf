/**
 * What a Mac tells about itself in the answers to DeviceInformation, SecurityInfo and ProfileList.
 *
 * <p>A Mac leaves out what it does not know, so every value is an {@code Optional}; the dictionary
 * itself stays reachable for keys without an accessor.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.inventory;
