package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.DeviceRequest;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.checkin.Authenticate;
import io.pomona.protocol.checkin.CheckInMessage;
import io.pomona.protocol.checkin.CheckInReader;
import io.pomona.protocol.checkin.CheckOut;
import io.pomona.protocol.checkin.DeclarativeManagement;
import io.pomona.protocol.checkin.GetBootstrapToken;
import io.pomona.protocol.checkin.GetToken;
import io.pomona.protocol.checkin.MalformedMessageException;
import io.pomona.protocol.checkin.SetBootstrapToken;
import io.pomona.protocol.checkin.TokenUpdate;
import io.pomona.protocol.checkin.UserAuthenticate;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the check-in messages of Macs: first who sends, then what it says, then the one rule for
 * that kind of message.
 */
@Component(service = CheckIn.class)
public final class CheckIn {
  private static final Logger LOG = LoggerFactory.getLogger(CheckIn.class);

  private final DeviceIdentities identities;
  private final EnrollmentGate gate;
  private final ChannelTokens tokens;
  private final BootstrapTokens bootstrapTokens;
  private final UserLogins users;
  private final DeclarativeAnswers declarations;
  private final EnrollmentStore enrollments;
  private final CheckInEvents events;
  private final Clock clock;

  @Activate
  public CheckIn(
      @Reference DeviceIdentities identities,
      @Reference EnrollmentGate gate,
      @Reference ChannelTokens tokens,
      @Reference BootstrapTokens bootstrapTokens,
      @Reference UserLogins users,
      @Reference DeclarativeAnswers declarations,
      @Reference EnrollmentStore enrollments,
      @Reference DeviceEvents events) {
    this(
        identities,
        gate,
        tokens,
        bootstrapTokens,
        users,
        declarations,
        enrollments,
        events,
        Clock.systemUTC());
  }

  CheckIn(
      DeviceIdentities identities,
      EnrollmentGate gate,
      ChannelTokens tokens,
      BootstrapTokens bootstrapTokens,
      UserLogins users,
      DeclarativeAnswers declarations,
      EnrollmentStore enrollments,
      DeviceEvents events,
      Clock clock) {
    this.identities = identities;
    this.gate = gate;
    this.tokens = tokens;
    this.bootstrapTokens = bootstrapTokens;
    this.users = users;
    this.declarations = declarations;
    this.enrollments = enrollments;
    this.events = new CheckInEvents(events);
    this.clock = clock;
  }

  public CheckInAnswer receive(DeviceRequest request) {
    VerifiedCertificate certificate = identities.certificate(request);
    CheckInMessage message = read(request.body());
    CheckInAnswer answer = answer(message, certificate, request.body());
    if (!(message instanceof CheckOut)) {
      enrollments.seen(message.channel().deviceChannel(), clock.instant());
    }
    return answer;
  }

  private static CheckInMessage read(byte[] body) {
    try {
      return CheckInReader.read(body);
    } catch (MalformedMessageException e) {
      throw MdmException.malformed("enrollment.malformed_message", e.getMessage()).causedBy(e);
    }
  }

  private CheckInAnswer answer(
      CheckInMessage message, VerifiedCertificate certificate, byte[] body) {
    if (message instanceof Authenticate authenticate) {
      gate.enter(authenticate, certificate);
      events.tell(authenticate, body, clock.instant());
    } else if (message instanceof TokenUpdate update) {
      if (tokens.update(update, certificate)) {
        events.tell(update, body, clock.instant());
      }
    } else if (message instanceof CheckOut checkOut) {
      leave(checkOut, certificate, body);
    } else if (message instanceof UserAuthenticate login) {
      return users.answer(login, certificate);
    } else if (message instanceof SetBootstrapToken set) {
      bootstrapTokens.set(set, certificate);
    } else if (message instanceof GetBootstrapToken get) {
      return bootstrapTokens.get(get, certificate);
    } else if (message instanceof GetToken) {
      throw MdmException.notFound(
          "enrollment.no_service_token", "This server issues no tokens for services of Apple.");
    } else if (message instanceof DeclarativeManagement question) {
      return declarations.answer(question, certificate);
    }
    return CheckInAnswer.done();
  }

  /**
   * A Mac does not say this again: told first, or it might never be; and left, whoever hears it.
   */
  private void leave(CheckOut message, VerifiedCertificate certificate, byte[] body) {
    if (!gate.isLeaving(message, certificate)) {
      return;
    }
    try {
      events.tell(message, body, clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("Webhooks are not told that Mac {} left", message.channel(), e);
    }
    gate.leave(message);
  }
}
