package io.pomona.enrollment.links;

import io.pomona.api.enrollment.DeviceDockStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.enrollment.EnrollmentConfig;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whether enrolled Macs have their page in the Dock. The configuration counts until somebody has
 * said.
 */
@Component(service = DeviceDock.class, configurationPid = EnrollmentConfig.PID)
public final class DeviceDock {
  private final DeviceDockStore store;
  private final boolean configured;
  private final Clock clock;

  @Activate
  public DeviceDock(@Reference DeviceDockStore store, EnrollmentConfig config) {
    this(store, config.device_dock(), Clock.systemUTC());
  }

  DeviceDock(DeviceDockStore store, boolean configured, Clock clock) {
    this.store = store;
    this.configured = configured;
    this.clock = clock;
  }

  boolean isWanted() {
    return store.isWanted().orElse(configured);
  }

  /**
   * @return whether it was otherwise before; if not, nothing was written
   */
  boolean change(Actor actor, boolean wanted) {
    if (wanted == isWanted()) {
      return false;
    }
    ActivityDraft draft =
        wanted
            ? ActivityDraft.of(actor, "enabled_device_dock")
            : ActivityDraft.of(actor, "disabled_device_dock");
    return store.put(wanted, draft, clock.instant());
  }
}
