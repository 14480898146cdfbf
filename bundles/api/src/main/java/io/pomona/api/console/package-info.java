/** How other bundles add pages to the web console. */
@Export
@Version("1.0.0")
package io.pomona.api.console;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
