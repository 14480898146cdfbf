package io.pomona.apns;

import io.pomona.api.apns.PushCertificates;
import io.pomona.api.organization.ExpirySource;
import io.pomona.api.organization.StatusCheck;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether there is a push certificate and its key opens; if so, when it ends. */
@Component(service = {StatusCheck.class, ExpirySource.class})
public final class PushCertificateExpiry implements StatusCheck, ExpirySource {
  private static final String NAME = "apns.certificate";

  private final PushCertificates certificates;
  private final PushIdentities identities;

  @Activate
  public PushCertificateExpiry(
      @Reference PushCertificates certificates, @Reference PushIdentities identities) {
    this.certificates = certificates;
    this.identities = identities;
  }

  @Override
  public List<StatusLine> check() {
    if (certificates.current().isEmpty()) {
      return List.of(line(Level.WARNING, "MDM is off: no push certificate is loaded."));
    }
    return isUsable()
        ? List.of()
        : List.of(
            line(
                Level.ERROR,
                "The push key cannot be opened with this master key; no Mac is woken. Restore the"
                    + " master key or load the pair again."));
  }

  private boolean isUsable() {
    return identities.identity().isPresent();
  }

  @Override
  public List<Expiring> expiring() {
    return certificates
        .current()
        .filter(info -> isUsable())
        .map(
            info ->
                new Expiring(
                        NAME,
                        "push certificate",
                        info.notAfter(),
                        "Renew it at identity.apple.com/pushcert with the same Apple ID and load"
                            + " it.")
                    .meaning("no Mac is woken"))
        .stream()
        .toList();
  }

  private static StatusLine line(Level level, String message) {
    return new StatusLine(NAME, level, message);
  }
}
