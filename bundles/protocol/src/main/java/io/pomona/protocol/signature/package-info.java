/**
 * CMS as macOS uses it: the detached {@code Mdm-Signature} of a request and signed profiles.
 *
 * <p>Only the walk through the structure and the signature of the body are checked here. Whether
 * the certificate is one of ours is a question for the certificate authority; a valid signature
 * alone proves nothing, because its certificate travels with it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.signature;
