/**
 * The virtual Mac: what a story does with one besides enrolling it.
 *
 * <pre>{@code
 * VirtualMac mac = world.newMac();                 // or on MacHardware.intel(7), .updated("12.7.6", "21H1320")
 *
 * mac.encryptionDeferred();                        // a profile turned FileVault on
 * mac.logOut();                                    // now it is: a key, escrowed if a payload asks
 * mac.recoveryKey();                               // what really opens the disk
 * mac.changeRecovery();                            // fdesetup changerecovery -personal
 * mac.encryptElsewhere();                          // by another MDM; encryptEscrowedElsewhere()
 * mac.hardware().userPassword();                   // opens the disk as well
 *
 * mac.locked();                                    // after DeviceLock: it answers no push
 * mac.unlock(pin);                                 // false: it stays locked
 * mac.recoveryLockPassword();
 * mac.activationLock(true);                        // its user turned Find My on
 *
 * mac.offer(AvailableUpdate.of("15.2", "24C101")); // without this: any version that is asked for
 * mac.update().state();                            // goes one step on with each poll
 * mac.installUpdate();                             // its user does not wait for the deadline
 * mac.updateTo("14.7.1", "23H222");                // by hand, as Nudge asks for
 * mac.reportFully();                               // the status report of every day
 *
 * mac.faults().add(Fault.UPDATE_INSTALL_FAILS);    // and mend(…); see there for the others
 * }</pre>
 *
 * A deadline counts on the clock and in the time zone of the {@code MacSetup}, which is UTC unless
 * a test says otherwise. Answers of declarative management that macOS would not take end a poll
 * with REFUSED and the reason; the Mac then asks again.
 */
package io.pomona.simulator.mac;
