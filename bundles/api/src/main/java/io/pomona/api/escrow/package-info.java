/**
 * What unlocks a Mac or makes it useless to a thief: disk encryption and the recovery keys of
 * encrypted disks, Activation Lock bypass codes, lock PINs and recovery lock passwords. Whatever
 * can unlock a Mac is sealed, is shown to few and never without an activity, and is never deleted.
 */
@Export
@Version("1.0.0")
package io.pomona.api.escrow;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
