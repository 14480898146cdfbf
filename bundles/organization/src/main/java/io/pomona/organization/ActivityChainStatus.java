package io.pomona.organization;

import io.pomona.api.organization.StatusCheck;
import io.pomona.organization.ChainReport.Fault;
import io.pomona.organization.ChainReport.Reason;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the newest activities are as they were written. */
@Component
public final class ActivityChainStatus implements StatusCheck {
  private static final String NAME = "organization.activities";
  private static final int NEWEST = 1000;
  private static final String BROKEN =
      "The chain of activities is broken at position %d (%s): %s"
          + " Check it under Activity, or by mdm:activity-verify.";

  private final ActivityVerification verification;

  @Activate
  public ActivityChainStatus(@Reference ActivityVerification verification) {
    this.verification = verification;
  }

  @Override
  public List<StatusLine> check() {
    ChainReport report = verification.verifyNewest(NEWEST);
    return List.of(report.fault().map(ActivityChainStatus::broken).orElseGet(() -> sound(report)));
  }

  private static StatusLine sound(ChainReport report) {
    return new StatusLine(
        NAME,
        Level.OK,
        "The newest of " + report.head().position() + " activities are as they were written.");
  }

  private static StatusLine broken(Fault fault) {
    return new StatusLine(
        NAME,
        fault.reason() == Reason.UNCHAINED ? Level.WARNING : Level.ERROR,
        BROKEN.formatted(fault.position(), fault.reason().label(), fault.message()));
  }
}
