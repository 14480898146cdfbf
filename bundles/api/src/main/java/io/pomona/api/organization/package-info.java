/**
 * People, roles and what they did: who may act ({@link io.pomona.api.organization.Access}), how
 * they log in ({@link io.pomona.api.organization.Sessions}), the organization's settings, the
 * activity feed, the health of the parts ({@link io.pomona.api.organization.StatusCheck}), what
 * ends one day ({@link io.pomona.api.organization.ExpirySource}) and who is called when something
 * happens ({@link io.pomona.api.organization.WebhookStore}).
 */
@Export
@Version("1.0.0")
package io.pomona.api.organization;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
