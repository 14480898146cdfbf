/**
 * Waking Macs through Apple's push service, and the certificate that this takes. A push is a hint:
 * whatever its verdict, the command stays queued and a sweep pushes again.
 */
@Export
@Version("1.0.0")
package io.pomona.api.apns;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
