package io.pomona.pki.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.pki.DeviceAuthorities;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:device-ca-roll}: a new device CA beside the present one. */
@Service
@Command(
    scope = "mdm",
    name = "device-ca-roll",
    description = "Makes a new device CA that issues from now on; the present one stays trusted")
public final class DeviceCaRollCommand implements Action {
  @Reference DeviceAuthorities authorities;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_CONFIG, Optional.empty());
    System.out.println("Issuing from now on: " + authorities.roll(actor).subject());
    return null;
  }
}
