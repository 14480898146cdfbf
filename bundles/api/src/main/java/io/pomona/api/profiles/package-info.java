/**
 * Configuration profiles: what each Mac should have ({@link
 * io.pomona.api.profiles.ProfileContributor}), what it has, and the difference brought to nothing.
 */
@Export
@Version("1.0.0")
package io.pomona.api.profiles;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
