/**
 * Declarative management: what a Mac is told of declarations, how it asks for them inside check-in
 * messages, and what it reports. JSON is read with limits and its unknown keys are passed over.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/leveraging-the-declarative-management-data-model-to-scale-devices">Declarative
 *     management</a>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.declarative;
