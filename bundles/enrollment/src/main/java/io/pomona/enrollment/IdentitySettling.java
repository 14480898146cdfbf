package io.pomona.enrollment;

import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.protocol.channel.ChannelId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ends the trust in a Mac's former certificate once it reports under its new one.
 *
 * <p>A Mac may sign the answer to the renewal command with either certificate, after it has checked
 * in with the new one. So a check-in only makes a certificate a candidate, and the next report
 * under it settles the matter. A poll costs one look at a set that is nearly always empty. What a
 * crash or another node makes us forget, the Mac's next TokenUpdate brings back.
 */
@Component(service = IdentitySettling.class)
public final class IdentitySettling {
  private final EnrollmentStore enrollments;
  private final Set<String> candidates = ConcurrentHashMap.newKeySet();

  @Activate
  public IdentitySettling(@Reference EnrollmentStore enrollments) {
    this.enrollments = enrollments;
  }

  void checkedInUnder(String certificateSha256) {
    candidates.add(certificateSha256);
  }

  void reportedUnder(String certificateSha256, ChannelId device) {
    if (!candidates.isEmpty() && candidates.remove(certificateSha256)) {
      enrollments.settleIdentity(device, certificateSha256);
    }
  }
}
