/**
 * What may be in a profile: the payloads that Apple knows, on which Macs and channels each may be
 * used, and which keys it must have. Nothing here refuses anything: Macs take payloads that are not
 * in the catalogue as the preferences of an application.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.profile.catalogue;
