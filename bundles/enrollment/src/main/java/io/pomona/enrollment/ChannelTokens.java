package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.apns.PushTarget;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.TokenChange;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.checkin.TokenUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes push tokens. The first one of a Mac completes its enrollment. */
@Component(service = ChannelTokens.class)
public final class ChannelTokens {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelTokens.class);

  private final EnrollmentStore enrollments;
  private final HostStore hosts;
  private final LateDuplicates duplicates;
  private final Bindings bindings;
  private final Clock clock;

  @Activate
  public ChannelTokens(
      @Reference EnrollmentStore enrollments,
      @Reference HostStore hosts,
      @Reference LateDuplicates duplicates) {
    this(enrollments, hosts, duplicates, Clock.systemUTC());
  }

  ChannelTokens(
      EnrollmentStore enrollments, HostStore hosts, LateDuplicates duplicates, Clock clock) {
    this.enrollments = enrollments;
    this.hosts = hosts;
    this.duplicates = duplicates;
    this.bindings = new Bindings(enrollments);
    this.clock = clock;
  }

  /**
   * @return whether it was taken
   */
  boolean update(TokenUpdate message, VerifiedCertificate certificate) {
    boolean current = bindings.require(certificate, message.channel()).current();
    LateDuplicates.Message seen = seen(message, certificate);
    // After a renewal's Authenticate the former certificate can only bring what is out of date.
    if (!current || duplicates.isLate(seen)) {
      return false;
    }
    ChannelId device = message.channel().deviceChannel();
    Enrollment enrollment = enrollments.find(device).orElseThrow(Bindings::unknown);
    if (message.channel().isUser() && !enrollment.enabled()) {
      throw MdmException.conflict(
          "enrollment.device_first", "The Mac itself has to enroll before its users.");
    }
    Host host = hosts.find(enrollment.host()).orElseThrow(Bindings::unknown);
    boolean first = enrollments.token(change(message, host, enrollment.automatic()));
    duplicates.taken(seen);
    if (first) {
      LOG.info("Channel {} enrolled (host {})", message.channel(), host.id().value());
    }
    return true;
  }

  private static LateDuplicates.Message seen(TokenUpdate message, VerifiedCertificate certificate) {
    String rest = message.pushMagic() + ' ' + message.awaitingConfiguration();
    return LateDuplicates.message(
        certificate,
        message.channel(),
        "token",
        message.token(),
        rest.getBytes(StandardCharsets.UTF_8));
  }

  private TokenChange change(TokenUpdate message, Host host, boolean automatic) {
    Instant now = clock.instant();
    return new TokenChange(
        message.channel(),
        new PushTarget(message.topic(), message.token(), message.pushMagic()),
        message.awaitingConfiguration(),
        message.userShortName(),
        message.channel().isUser()
            ? List.of()
            : InventoryCommands.orders(message.channel(), Actor.system(), now),
        HostActivities.enrolled(host, automatic),
        now);
  }
}
