/**
 * News that outlives a crash. A store writes an item in the transaction of its cause; the slice
 * that owns the topic leases items from a Camel route, tells its listeners and marks them done.
 * What a listener throws brings the item back later, so listeners are idempotent.
 */
@Export
@Version("1.0.0")
package io.pomona.api.outbox;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
