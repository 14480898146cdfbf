package io.pomona.abm.shell;

import io.pomona.abm.setup.ManualRelease;
import io.pomona.api.organization.ShellActors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:host-release}: lets a Mac go on that waits in Setup Assistant. */
@Service
@Command(
    scope = "mdm",
    name = "host-release",
    description = "Lets a host go on that waits in Setup Assistant")
public final class HostReleaseCommand implements Action {
  @Argument(
      name = "host",
      required = true,
      description = "Number, serial number, UDID or name of the host")
  @Completion(HostIdentifiers.class)
  String identifier;

  @Reference ManualRelease release;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    System.out.println(release.release(actors.current(), identifier).displayName() + " goes on.");
    return null;
  }
}
