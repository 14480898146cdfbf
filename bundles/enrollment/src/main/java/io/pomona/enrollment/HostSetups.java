package io.pomona.enrollment;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.enrollment.Host;
import io.pomona.api.profiles.HostProfile;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.profiles.ProfileStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far the set-up of a Mac is after the enrollment that it is in. */
@Component(service = HostSetups.class)
public final class HostSetups {
  private final MacSetupStore setups;

  @Activate
  public HostSetups(@Reference MacSetupStore setups) {
    this.setups = setups;
  }

  public Optional<MacSetup> of(Host host) {
    return host.mdm().isOn()
        ? setups
            .find(host.id())
            .filter(setup -> host.enrolledAt().filter(setup.enrolledAt()::equals).isPresent())
        : Optional.empty();
  }

  /** What a Mac in Setup Assistant has not got yet, in words. */
  public static List<String> waitingFor(MacSetup setup, List<HostProfile> profiles) {
    List<String> missing = new ArrayList<>();
    if (setup.stage() == SetupStage.PREPARING) {
      if (setup.account().isPending()) {
        missing.add("the first account");
      }
      if (setup.bootstrap().isPending()) {
        missing.add("the bootstrap package");
      }
      profiles.stream()
          .filter(row -> row.operation() == ProfileOperation.INSTALL)
          .filter(row -> row.status() == ProfileStatus.PENDING)
          .forEach(row -> missing.add("the profile " + row.name()));
    }
    return missing;
  }

  /** Where it is, in a sentence. */
  public static String sentence(MacSetup setup, List<HostProfile> profiles) {
    List<String> missing = waitingFor(setup, profiles);
    return switch (setup.stage()) {
      case PREPARING ->
          "in Setup Assistant since "
              + setup.enrolledAt()
              + ", waits for "
              + (missing.isEmpty() ? "an admin or the next look" : String.join(", ", missing));
      case RELEASING -> "told to go on" + without(setup);
      case ENDED -> "ended" + without(setup);
    };
  }

  private static String without(MacSetup setup) {
    String missing = setup.release().missing();
    return missing.isEmpty() ? "" : ", without " + missing;
  }
}
