/**
 * People, roles and what they did: who may act ({@link io.pomona.api.organization.Access}), how
 * they log in ({@link io.pomona.api.organization.Sessions}), the organization's settings, the
 * activity feed and the health of the parts ({@link io.pomona.api.organization.StatusCheck}).
 */
@Export
@Version("1.0.0")
package io.pomona.api.organization;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
