package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.abm.ArrivalStore;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.enrollment.AddedHostStore;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStart;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.CertificateStore;
import io.pomona.api.pki.ChallengeBinding;
import io.pomona.api.pki.ChallengePurpose;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.Authenticate;
import io.pomona.protocol.checkin.CheckOut;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Macs in and out. A Mac comes in under a certificate that we issued for it and that no other
 * Mac has used; under one of a renewal it keeps what it has, under any other it starts anew.
 */
@Component(service = EnrollmentGate.class)
public final class EnrollmentGate {
  private static final Logger LOG = LoggerFactory.getLogger(EnrollmentGate.class);

  private final EnrollmentStore enrollments;
  private final HostStore hosts;
  private final CertificateStore certificates;
  private final ArrivalStore arrivals;
  private final AddedHostStore added;
  private final PushCertificates push;
  private final SelfServiceTeam selfService;
  private final Bindings bindings;
  private final Clock clock;

  @Activate
  public EnrollmentGate(
      @Reference EnrollmentStore enrollments,
      @Reference HostStore hosts,
      @Reference CertificateStore certificates,
      @Reference ArrivalStore arrivals,
      @Reference AddedHostStore added,
      @Reference PushCertificates push,
      @Reference SelfServiceTeam selfService) {
    this(enrollments, hosts, certificates, arrivals, added, push, selfService, Clock.systemUTC());
  }

  EnrollmentGate(
      EnrollmentStore enrollments,
      HostStore hosts,
      CertificateStore certificates,
      ArrivalStore arrivals,
      AddedHostStore added,
      PushCertificates push,
      SelfServiceTeam selfService,
      Clock clock) {
    this.enrollments = enrollments;
    this.hosts = hosts;
    this.certificates = certificates;
    this.arrivals = arrivals;
    this.added = added;
    this.push = push;
    this.selfService = selfService;
    this.bindings = new Bindings(enrollments);
    this.clock = clock;
  }

  void enter(Authenticate message, VerifiedCertificate certificate) {
    ChallengeBinding issuedFor =
        certificates
            .find(certificate.sha256())
            .orElseThrow(
                () ->
                    MdmException.forbidden(
                        "enrollment.foreign_certificate",
                        "This certificate was not issued here for an enrollment."))
            .binding();
    requireTopic(message.topic());
    requireSame(issuedFor, message);
    boolean renewal = issuedFor.purpose() == ChallengePurpose.RENEWAL;
    HostId host = enrollments.start(start(message, certificate, issuedFor));
    if (issuedFor.purpose() == ChallengePurpose.AUTOMATIC) {
      message.serialNumber().ifPresent(arrivals::useAdmission);
    }
    issuedFor
        .person()
        .filter(email -> !renewal)
        .ifPresent(email -> added.claimed(host, email, clock.instant()));
    LOG.info(
        "Mac {} {} (host {})",
        message.channel(),
        renewal ? "came with its renewed identity" : "began to enroll",
        host.value());
  }

  private EnrollmentStart start(
      Authenticate message, VerifiedCertificate certificate, ChallengeBinding issuedFor) {
    return new EnrollmentStart(
        message.channel(),
        certificate.sha256(),
        message.topic(),
        ReportedFacts.of(message),
        issuedFor.purpose() == ChallengePurpose.RENEWAL,
        issuedFor.purpose() == ChallengePurpose.AUTOMATIC,
        issuedFor.person().flatMap(email -> selfService.team()),
        clock.instant());
  }

  private void requireTopic(String topic) {
    if (push.current().filter(pair -> pair.topic().equals(topic)).isEmpty()) {
      throw MdmException.invalid(
          "enrollment.wrong_topic",
          "Topic",
          "The enrollment profile is of another push certificate. Install a new one.");
    }
  }

  private static void requireSame(ChallengeBinding issuedFor, Authenticate message) {
    boolean udid =
        issuedFor.udid().map(expected -> expected.equals(message.channel().device())).orElse(true);
    boolean serial =
        issuedFor
            .serialNumber()
            .map(expected -> Optional.of(expected).equals(message.serialNumber()))
            .orElse(true);
    boolean unbound = issuedFor.purpose() == ChallengePurpose.RENEWAL && issuedFor.udid().isEmpty();
    if (!udid || !serial || unbound) {
      throw MdmException.forbidden(
          "enrollment.not_this_mac", "This certificate was issued for another Mac.");
    }
  }

  /**
   * A Mac says this once and does not care for the answer; a repeated one changes nothing, and one
   * of a user, which Apple does not know, leaves the Mac enrolled.
   */
  boolean isLeaving(CheckOut message, VerifiedCertificate certificate) {
    boolean bound = bindings.find(certificate, message.channel()).isPresent();
    return bound && !message.channel().isUser();
  }

  void leave(CheckOut message) {
    end(message.channel().deviceChannel(), clock.instant(), Actor.system());
  }

  /** Ends an enrollment for whatever reason; one that has ended already stays as it is. */
  void end(ChannelId device, Instant now, Actor actor) {
    Optional<Host> host = enrollments.find(device).map(Enrollment::host).flatMap(hosts::find);
    host.ifPresent(
        known -> {
          enrollments.checkOut(device, now, HostActivities.unenrolled(actor, known));
          LOG.info("Mac {} left (host {})", device, known.id().value());
        });
  }
}
