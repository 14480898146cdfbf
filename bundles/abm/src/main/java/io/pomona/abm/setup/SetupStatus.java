package io.pomona.abm.setup;

import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MacSetupStore.Counts;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether Macs wait in Setup Assistant for longer than they should. */
@Component
public final class SetupStatus implements StatusCheck {
  private static final String NAME = "abm.setup";

  private final MacSetupStore setups;
  private final Clock clock;

  @Activate
  public SetupStatus(@Reference MacSetupStore setups) {
    this(setups, Clock.systemUTC());
  }

  SetupStatus(MacSetupStore setups, Clock clock) {
    this.setups = setups;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    Counts counts = setups.counts(clock.instant());
    if (counts.late() == 0) {
      return List.of(
          new StatusLine(NAME, Level.OK, counts.open() + " Macs are being set up, none for long."));
    }
    return List.of(
        new StatusLine(
            NAME,
            Level.WARNING,
            counts.late()
                + " Macs wait in Setup Assistant for long, "
                + counts.forAdmin()
                + " of them for an admin: release them with mdm:host-release."));
  }
}
