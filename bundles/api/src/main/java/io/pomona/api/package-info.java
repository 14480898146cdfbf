/**
 * What every capability shares: the one exception, secrets, pages of lists and limits. Each
 * capability has a package below this one; none holds logic.
 */
@Export
@Version("1.0.0")
package io.pomona.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
