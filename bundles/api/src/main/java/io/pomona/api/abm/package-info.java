/**
 * Apple Business Manager (ABM): the servers that an organization's tokens stand for, and the Macs
 * that it assigns to us. Apple calls the protocol device enrollment; the older name DEP is met in
 * its keys.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/device-assignment">Device
 *     assignment</a>
 */
@Export
@Version("1.0.0")
package io.pomona.api.abm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
