/**
 * macOS updates: the version that the Macs of a team must have and by when, and the ways there,
 * which are declarations, Nudge and ScheduleOSUpdate; and declarations of any type.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/leveraging-the-declarative-management-data-model-to-scale-devices">Declarative
 *     management</a>
 */
@Export
@Version("1.0.0")
package io.pomona.api.updates;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
