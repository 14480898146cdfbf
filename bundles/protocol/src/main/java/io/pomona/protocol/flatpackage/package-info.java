/**
 * Flat packages, as macOS installs them: what can be known of one while it comes, without unpacking
 * it.
 */
@Export
@Version("1.0.0")
package io.pomona.protocol.flatpackage;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
