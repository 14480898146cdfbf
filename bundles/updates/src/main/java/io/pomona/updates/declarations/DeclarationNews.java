package io.pomona.updates.declarations;

import io.pomona.api.enrollment.DeviceListener;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.api.updates.HostDeclarationStore;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Another macOS may want other declarations, so whoever reports of itself is looked at. */
@Component
public final class DeclarationNews implements DeviceListener {
  private final HostDeclarationStore store;
  private final Clock clock;

  @Activate
  public DeclarationNews(@Reference HostDeclarationStore store) {
    this(store, Clock.systemUTC());
  }

  DeclarationNews(HostDeclarationStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void reported(Enrollment enrollment) {
    store.markDue(List.of(enrollment.host()), clock.instant());
  }
}
