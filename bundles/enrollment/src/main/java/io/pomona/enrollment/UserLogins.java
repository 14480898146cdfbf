package io.pomona.enrollment;

import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.protocol.checkin.CheckInAnswers;
import io.pomona.protocol.checkin.UserAuthenticate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether network users are managed: with an empty challenge, which asks for no password, or not at
 * all.
 */
@Component(service = UserLogins.class, configurationPid = EnrollmentConfig.PID)
public final class UserLogins {
  private final Bindings bindings;
  private final boolean allowed;

  @Activate
  public UserLogins(@Reference EnrollmentStore enrollments, EnrollmentConfig config) {
    this.bindings = new Bindings(enrollments);
    this.allowed = config.user_channels();
  }

  CheckInAnswer answer(UserAuthenticate message, VerifiedCertificate certificate) {
    bindings.require(certificate, message.channel());
    boolean first = message.digestResponse().isEmpty();
    return allowed && first
        ? CheckInAnswer.of(CheckInAnswers.digestChallenge(""))
        : CheckInAnswer.notThisUser();
  }
}
