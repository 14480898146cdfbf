/**
 * Check-in: how a Mac enrolls, renews its push token, stores its bootstrap token and leaves.
 *
 * <p>{@link io.pomona.protocol.checkin.CheckInReader} gives one of the records of the sealed {@link
 * io.pomona.protocol.checkin.CheckInMessage}; {@link io.pomona.protocol.checkin.CheckInAnswers}
 * writes the few answers that have a body. Required keys are checked here and everything that names
 * a Mac is validated, so that what comes out may be used as a key without another look.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package io.pomona.protocol.checkin;
