package io.pomona.updates.nudge;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.ProfileOperation;
import io.pomona.api.updates.NudgeDueStore;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A Mac that says that it runs another macOS may have no use for Nudge any more, or now. */
@Component
public final class NudgeNews implements DeviceListener {
  private final HostStore hosts;
  private final HostProfileStore profiles;
  private final NudgeProfile nudge;
  private final NudgeDueStore due;
  private final Clock clock;

  @Activate
  public NudgeNews(
      @Reference HostStore hosts,
      @Reference HostProfileStore profiles,
      @Reference NudgeProfile nudge,
      @Reference NudgeDueStore due) {
    this(hosts, profiles, nudge, due, Clock.systemUTC());
  }

  NudgeNews(
      HostStore hosts,
      HostProfileStore profiles,
      NudgeProfile nudge,
      NudgeDueStore due,
      Clock clock) {
    this.hosts = hosts;
    this.profiles = profiles;
    this.nudge = nudge;
    this.due = due;
    this.clock = clock;
  }

  @Override
  public void reported(Enrollment enrollment) {
    hosts.find(enrollment.host()).ifPresent(this::look);
  }

  private void look(Host host) {
    boolean wanted = !nudge.profilesFor(host).isEmpty();
    if (wanted) {
      due.markDue(List.of(host.id()), clock.instant());
    }
    if (wanted != isThere(host)) {
      profiles.markDirty(List.of(host.id()), clock.instant());
    }
  }

  private boolean isThere(Host host) {
    HostId id = host.id();
    return profiles.statuses(List.of(id)).getOrDefault(id, List.of()).stream()
        .anyMatch(
            row ->
                row.identifier().equals(NudgeProfile.IDENTIFIER)
                    && row.operation() == ProfileOperation.INSTALL);
  }
}
