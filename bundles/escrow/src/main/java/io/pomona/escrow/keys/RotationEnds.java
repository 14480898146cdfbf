package io.pomona.escrow.keys;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.KeyRotation;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An enrollment that ends takes the commands with it, and so what waits for their answers. */
@Component
public final class RotationEnds implements DeviceListener {
  private final HostStore hosts;
  private final RotationProgress progress;

  @Activate
  public RotationEnds(@Reference HostStore hosts, @Reference RotationProgress progress) {
    this.hosts = hosts;
    this.progress = progress;
  }

  @Override
  public void enrolled(Enrollment enrollment) {
    host(enrollment)
        .flatMap(host -> progress.underWay(host).filter(each -> !isOf(each, host.enrolledAt())))
        .ifPresent(each -> progress.fail(each, "The Mac enrolled anew."));
  }

  @Override
  public void checkedOut(Enrollment enrollment) {
    host(enrollment)
        .filter(host -> !host.mdm().isOn())
        .flatMap(progress::underWay)
        .ifPresent(each -> progress.fail(each, "MDM was turned off on the Mac."));
  }

  private Optional<Host> host(Enrollment enrollment) {
    return Optional.of(enrollment)
        .filter(each -> !each.channel().isUser())
        .flatMap(each -> hosts.find(each.host()));
  }

  private static boolean isOf(KeyRotation rotation, Optional<Instant> enrolledAt) {
    return enrolledAt.filter(rotation.wanted().enrolledAt()::equals).isPresent();
  }
}
