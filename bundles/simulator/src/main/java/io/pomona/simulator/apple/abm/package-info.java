/**
 * Apple Business Manager on this machine.
 *
 * <pre>{@code
 * VirtualAbm abm = world.abm();                    // or new VirtualAbm(apple, clock)
 * // the server is told: url = abm.url(), trust.pem = abm.rootPem(), device.ca.pem =
 * // apple.devices().pem(); in stories VirtualWorld.abmSettings() has said so already
 *
 * AbmPerson person = abm.person();                 // abm.person("Other Inc") for another one
 * AbmServer server = person.addServer("Pomona", publicKeyPem);
 * byte[] p7m = person.downloadToken(server);       // again: a renewal, which ends the former
 * person.buy(server, List.of(AbmGoods.of(mac.hardware()), AbmGoods.iPhone("F17X")));
 * person.buyMacs(server, "C02X", 100_000);         // C02X000000, C02X000001, …
 * person.assign(other, serials);                   // unassign, release, touch (= modified)
 * person.changeTerms();                            // T_C_NOT_SIGNED until acceptTerms()
 * person.changePassword();                         // 401 until the token is renewed
 * person.profile(serial);                          // what the server has assigned
 *
 * abm.script().read(depsimJson);                   // {"get_session_responses":[…]}
 * abm.script().next(SYNC, 3, AbmFaults.named("bad_request_expired_cursor"));
 * abm.script().next(FETCH, AbmFaults.fine(), AbmFaults.sameCursor(), AbmFaults.truncated());
 * abm.script().next(ASSIGN_PROFILE, AbmFaults.throttled(Duration.ofHours(24), serials));
 * abm.script().always(FETCH, AbmFaults.unavailable(Duration.ofSeconds(30)));  // until clear()
 * abm.script().status("FAILED", serials);          // when assigning, until clear()
 * abm.shortPages(10);                              // many pages of few devices
 * abm.limit(ASSIGN_PROFILE, 500, 500);             // said in /account, and held to
 * abm.rotateSessions(SessionRotation.FORGETTING_THE_OLD);
 *
 * abm.calls().count(ASSIGN_PROFILE);               // also of(…), all(), forget()
 * abm.calls().mostSerials();                       // of one call
 * abm.calls().busiestSecond();                     // calls within one second
 * }</pre>
 *
 * A profile that is assigned, removed or fetched by its Mac is told to the server as {@code
 * modified}. It asks for more than Apple does where that shows a mistake early: a User-Agent that
 * is not the JDK's, the exact Content-Type on each call, a protocol version.
 */
package io.pomona.simulator.apple.abm;
