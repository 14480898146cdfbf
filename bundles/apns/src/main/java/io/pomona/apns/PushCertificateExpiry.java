package io.pomona.apns;

import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether there is a push certificate, that its key opens, and how long it lasts. */
@Component(service = StatusCheck.class)
public final class PushCertificateExpiry implements StatusCheck {
  private static final String NAME = "apns.certificate";
  private static final int FIRST_NOTICE_DAYS = 60;
  private static final String RENEW =
      " Renew it at identity.apple.com/pushcert with the same Apple ID and load it.";

  private final PushCertificates certificates;
  private final PushIdentities identities;
  private final Clock clock;

  @Activate
  public PushCertificateExpiry(
      @Reference PushCertificates certificates, @Reference PushIdentities identities) {
    this(certificates, identities, Clock.systemUTC());
  }

  PushCertificateExpiry(PushCertificates certificates, PushIdentities identities, Clock clock) {
    this.certificates = certificates;
    this.identities = identities;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    Optional<PushCertificateInfo> info = certificates.current();
    if (info.isEmpty()) {
      return List.of(
          line(Level.WARNING, "MDM is off: no push certificate is loaded. Load the pair first."));
    }
    if (identities.identity().isEmpty()) {
      return List.of(
          line(
              Level.ERROR,
              "The push key cannot be opened with this master key; no Mac is woken. Restore the"
                  + " master key or load the pair again."));
    }
    return List.of(expiry(info.get()));
  }

  private StatusLine expiry(PushCertificateInfo info) {
    Instant now = clock.instant();
    if (now.isAfter(info.notAfter())) {
      return line(
          Level.ERROR,
          "The push certificate ended on " + info.notAfter() + "; no Mac is woken." + RENEW);
    }
    long days = Duration.between(now, info.notAfter()).toDays();
    String message = "The push certificate ends in " + days + " days, on " + info.notAfter() + ".";
    if (days >= FIRST_NOTICE_DAYS) {
      return line(Level.OK, message);
    }
    return line(days < 1 ? Level.ERROR : Level.WARNING, message + RENEW);
  }

  private static StatusLine line(Level level, String message) {
    return new StatusLine(NAME, level, message);
  }
}
