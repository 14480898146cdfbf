/**
 * Macs and their MDM channels. A {@link io.pomona.api.enrollment.Host} is the Mac as an admin sees
 * it; an {@link io.pomona.api.enrollment.Enrollment} is one channel that it has opened: the device
 * channel, or a user's beside it.
 */
@Export
@Version("1.0.0")
package io.pomona.api.enrollment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
