/**
 * Apple's device enrollment API (DEP): its JSON as records. Whatever Apple adds is passed over;
 * only what is needed must be there.
 *
 * @see <a
 *     href="https://developer.apple.com/documentation/devicemanagement/device-assignment">Device
 *     assignment</a>
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.dep;
