package io.pomona.abm.setup;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether Macs wait in Setup Assistant for longer than they should. */
@Component
public final class SetupStatus implements StatusCheck {
  private static final String NAME = "abm.setup";
  private static final int MOST = 1000;

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
    Instant now = clock.instant();
    List<MacSetup> open = setups.open(new HostId(0), MOST);
    long late = open.stream().filter(setup -> !setup.release().deadline().isAfter(now)).count();
    long manual =
        open.stream()
            .filter(setup -> setup.stage() == SetupStage.PREPARING)
            .filter(setup -> !setup.release().deadline().isAfter(now))
            .count();
    if (late == 0) {
      return List.of(
          new StatusLine(NAME, Level.OK, open.size() + " Macs are being set up, none for long."));
    }
    return List.of(
        new StatusLine(
            NAME,
            Level.WARNING,
            late
                + " Macs wait in Setup Assistant for long, "
                + manual
                + " of them for an admin: release them with mdm:host-release."));
  }
}
