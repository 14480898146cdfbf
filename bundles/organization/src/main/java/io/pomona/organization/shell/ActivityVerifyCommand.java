package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.ActivityVerification;
import io.pomona.organization.ChainReport;
import io.pomona.organization.ChainReport.Fault;
import io.pomona.organization.ChainReport.Place;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:activity-verify}: whether all activities are there as they were written. */
@Service
@Command(
    scope = "mdm",
    name = "activity-verify",
    description = "Verifies that no activity was altered or removed")
public final class ActivityVerifyCommand implements Action {
  private static final int STEP = 100_000;

  @Option(name = "--after", description = "Begin behind this position")
  long after = 0;

  @Option(name = "--noted", description = "An end, position:hash, that was noted before")
  String noted;

  @Reference ActivityVerification verification;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_STATUS, Optional.empty());
    ChainReport report = verified(after);
    while (!report.isComplete()) {
      report = verified(report.verifiedTo());
    }
    System.out.println("The end: " + report.head().label());
    return null;
  }

  /** So many at a time that one sees it go on. */
  private ChainReport verified(long behind) {
    ChainReport report = verification.verify(behind, STEP, Place.parse(noted));
    System.out.printf(
        "Positions %d to %d are as they were written.%n",
        report.verifiedFrom(), report.verifiedTo());
    report.fault().ifPresent(ActivityVerifyCommand::fail);
    return report;
  }

  private static void fail(Fault fault) {
    throw MdmException.conflict(
        "organization.chain_broken",
        "Broken at position %d (%s): %s"
            .formatted(fault.position(), fault.reason().label(), fault.message()));
  }
}
