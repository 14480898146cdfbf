/**
 * Keys and certificates as the other slices see them: sealing secrets, hashing passwords, signing
 * profiles, checking what Macs sign, one-time SCEP challenges, the device certificate authority,
 * requests for certificates of others, and keys that others encrypt for. Certificates cross this
 * boundary as DER bytes; their SHA-256 is lower-case hexadecimal.
 */
@Export
@Version("1.0.0")
package io.pomona.api.pki;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
