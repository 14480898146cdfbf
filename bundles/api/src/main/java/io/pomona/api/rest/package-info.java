/**
 * How a slice publishes endpoints: an annotated JAX-RS class, registered as a service under {@link
 * io.pomona.api.rest.AdminResource} or {@link io.pomona.api.rest.DeviceResource}, is hosted by
 * {@code http} while it is there.
 *
 * <p>Admin methods may take the caller as {@code @Context Actor}. Records are written as JSON in
 * snake_case; {@code Optional.empty()} becomes null. Every admin method says with {@link
 * io.pomona.api.rest.Requires} or {@link io.pomona.api.rest.Anonymous} who may call it; one that
 * says neither is refused to everyone.
 */
@Export
@Version("1.0.0")
package io.pomona.api.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
