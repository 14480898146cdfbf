/**
 * Setup Assistant of a virtual Mac.
 *
 * <pre>{@code
 * VirtualMac mac = world.newMac();                 // its serial must be bought and assigned
 * SetupAssistant assistant =
 *     SetupAssistant.of(mac, abm::profileFor, world.apple().devices(), world.wires())
 *         .trusting(pomona.roots());               // unless the profile has anchor_certs
 * assistant.run();                                 // false: Apple knows no profile for it
 * mac.awaitingConfiguration();                     // true until DeviceConfigured
 * mac.poll();                                      // or world.awake(List.of(mac)) for pushes
 * mac.account();                                   // what AccountConfiguration said
 * mac.applications();                              // what InstallEnterpriseApplication brought
 * mac.supervision();                               // automatic, awaiting, removable
 *
 * assistant.renew();                               // profiles renew -type enrollment
 * mac.wipe();                                      // same serial number; wipe(udid): another
 * mac.checkOut();                                  // refused where not removable
 * mac.updateTo("15.2", "24C101");                  // it does so itself when told to by a 403
 *
 * assistant.ofAnOldMac();                          // SHA-1, no signed attributes
 * assistant.with(
 *     SetupPerson.agreeable()                      // first button, all boxes ticked
 *         .typing("email", "ada@example.com")      // by the name of the field
 *         .pressing("disagree"));                  // a button or link with this in its text
 * }</pre>
 *
 * With {@code configuration_web_url} a web view goes on by redirects, forms and links until a page
 * is a profile; logging in at {@code VirtualProvider} takes nothing but {@code arrives(…)}. A
 * server that refuses shows as {@code EnrollmentRefusedException} with its status. A Mac that
 * another MDM has throws {@code ProfileRefusedException} until it has left. A package must be
 * fetched over https, begin like a product archive ({@code xar!}) and have the hashes of its
 * manifest.
 */
package io.pomona.simulator.mac.setup;
