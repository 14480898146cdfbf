package io.pomona.abm.shell;

import io.pomona.abm.admission.Admissions;
import io.pomona.api.abm.Admission;
import io.pomona.api.organization.ShellActors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:abm-admit}: lets a Mac in once. */
@Service
@Command(
    scope = "mdm",
    name = "abm-admit",
    description = "Lets a Mac enroll automatically once that was refused")
public final class AbmAdmitCommand implements Action {
  @Argument(name = "serial", required = true, description = "Serial number of the Mac")
  @Completion(HostSerials.class)
  String serialNumber;

  @Option(name = "--hours", description = "For how many hours it may come")
  int hours = Admissions.USUAL_HOURS;

  @Option(name = "--revoke", description = "Takes back that it may come")
  boolean revoke;

  @Reference Admissions admissions;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    if (revoke) {
      admissions.withdraw(actors.current(), serialNumber);
      System.out.println(serialNumber + " may no longer come.");
      return null;
    }
    Admission granted = admissions.grant(actors.current(), serialNumber, hours);
    System.out.println(
        granted.serialNumber() + " may enroll automatically once until " + granted.expires() + ".");
    return null;
  }
}
