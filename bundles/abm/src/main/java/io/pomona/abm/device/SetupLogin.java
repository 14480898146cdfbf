package io.pomona.abm.device;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.abm.EndUser;
import io.pomona.api.abm.SetupTicket;
import io.pomona.api.abm.SetupTicketStore;
import io.pomona.api.organization.EndUserLogins;
import io.pomona.api.organization.EndUserLogins.Answer;
import io.pomona.api.organization.EndUserLogins.Begun;
import io.pomona.api.organization.EndUserLogins.PersonAtProvider;
import java.net.URI;
import java.time.Clock;

/** The login of the person before the Mac: one at a time for each ticket, and its answer once. */
record SetupLogin(EndUserLogins logins, SetupTicketStore tickets, Clock clock) {
  /** Where the person logs in. */
  String provider() {
    return logins
        .name()
        .orElseThrow(
            () ->
                MdmException.unavailable(
                    "abm.no_login",
                    "You have to log in, and this server does not know where. Ask your"
                        + " administrator."));
  }

  URI begin(Secret secret, URI callback) {
    Begun begun = logins.begin(secret, callback);
    tickets.begin(TicketCookie.sha256(secret), begun.stateSha256(), clock.instant());
    return begun.location();
  }

  void finish(SetupTicket ticket, Secret secret, Answer answer, URI callback) {
    String state = TicketCookie.sha256(answer.state());
    if (!tickets.endLogin(ticket.sha256(), state, clock.instant())) {
      throw MdmException.forbidden(
          "abm.login_over", "This login is over or belongs to another page. Log in again.");
    }
    PersonAtProvider person = logins.finish(answer, secret, callback);
    tickets.loggedIn(ticket.sha256(), user(person), clock.instant());
  }

  private EndUser user(PersonAtProvider person) {
    String shortName = AccountName.of(person.email());
    String fullName = person.name().isEmpty() ? shortName : person.name();
    return new EndUser(fullName, shortName, person.email(), clock.instant());
  }
}
