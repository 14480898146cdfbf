/**
 * Configuration profiles: {@code .mobileconfig} files as admins upload them, and the one profile
 * that enrolls a Mac.
 *
 * <p>{@link io.pomona.protocol.profile.MobileConfig} keeps the bytes as they came, since changing
 * one breaks a signature; {@link io.pomona.protocol.profile.EnrollmentProfile} is written by us and
 * the same input always gives the same payload UUIDs, so that sending it again updates and never
 * duplicates.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.profile;
