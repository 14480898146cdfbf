package io.pomona.enrollment.rest;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.profiles.HostProfile;
import io.pomona.enrollment.HostSetups;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The set-up of a Mac that enrolled automatically.
 *
 * @param bootstrapPackageStatus {@code pending}, {@code installed}, {@code failed}, or empty where
 *     there is nothing to install
 * @param detail why the package failed, or what it waits for
 * @param stage {@code preparing} while the Mac waits in Setup Assistant, {@code releasing}, {@code
 *     ended}
 * @param waitingFor what has not come yet, in words
 * @param deadline when the Mac goes on whatever is missing, unless an admin is to release it
 * @param releasedWithout what had not come by then, in words
 */
public record SetupView(
    Optional<String> bootstrapPackageStatus,
    String detail,
    String bootstrapPackageName,
    Optional<String> accountStatus,
    String stage,
    List<String> waitingFor,
    Instant since,
    Instant deadline,
    String releasedWithout) {
  static SetupView of(MacSetup setup, List<HostProfile> profiles) {
    return new SetupView(
        status(setup.bootstrap().status(), "installed"),
        setup.bootstrap().detail(),
        setup.download().map(SetupDownload::name).orElse(""),
        status(setup.account().status(), "configured"),
        setup.stage().label(),
        HostSetups.waitingFor(setup, profiles),
        setup.enrolledAt(),
        setup.release().deadline(),
        setup.release().missing());
  }

  private static Optional<String> status(SetupStepStatus status, String done) {
    return switch (status) {
      case NONE -> Optional.empty();
      case DONE -> Optional.of(done);
      default -> Optional.of(status.name().toLowerCase(Locale.ROOT));
    };
  }
}
