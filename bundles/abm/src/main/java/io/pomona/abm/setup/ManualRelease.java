package io.pomona.abm.setup;

import io.pomona.api.MdmException;
import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An admin lets a Mac go on that waits in Setup Assistant. */
@Component(service = ManualRelease.class)
public final class ManualRelease {
  private final MacSetupStore setups;
  private final HostStore hosts;
  private final SetupProgress progress;
  private final Access access;

  @Activate
  public ManualRelease(
      @Reference MacSetupStore setups,
      @Reference HostStore hosts,
      @Reference SetupProgress progress,
      @Reference Access access) {
    this.setups = setups;
    this.hosts = hosts;
    this.progress = progress;
    this.access = access;
  }

  /**
   * @param identifier UDID, serial number, name or number
   */
  public Host release(Actor actor, String identifier) {
    Optional<Host> host =
        hosts.findByIdentifier(identifier, access.scope(actor, Permission.VIEW_HOSTS));
    boolean number = identifier.matches("[1-9][0-9]{0,17}");
    return release(
        actor,
        host.isEmpty() && number ? hosts.find(new HostId(Long.parseLong(identifier))) : host);
  }

  public Host release(Actor actor, long id) {
    return release(actor, id < 1 ? Optional.empty() : hosts.find(new HostId(id)));
  }

  private Host release(Actor actor, Optional<Host> found) {
    Host host = found.orElseThrow(ManualRelease::unknown);
    access.require(actor, Permission.RUN_COMMANDS, host.team(), ManualRelease::unknown);
    MacSetup setup =
        setups
            .find(host.id())
            .filter(each -> each.stage() == SetupStage.PREPARING)
            .filter(each -> host.mdm().isOn())
            .orElseThrow(ManualRelease::doesNotWait);
    if (!progress.release(setup, host, actor, progress.missing(setup, host))) {
      throw doesNotWait();
    }
    return host;
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }

  private static MdmException doesNotWait() {
    return MdmException.conflict(
        "abm.host_does_not_wait", "This host does not wait in Setup Assistant.");
  }
}
