/** How bytes are known again: by their SHA-256, in lower-case hexadecimal digits. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.digest;
