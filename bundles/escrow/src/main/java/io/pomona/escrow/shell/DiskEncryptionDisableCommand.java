package io.pomona.escrow.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamLookup;
import io.pomona.escrow.filevault.DiskEncryption;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:disk-encryption-disable}: for a team, or for Macs of no team. */
@Service
@Command(
    scope = "mdm",
    name = "disk-encryption-disable",
    description = "Ends the enforcement of disk encryption for a team")
public final class DiskEncryptionDisableCommand implements Action {
  @Argument(name = "team", description = "Name of a team; without it Macs of no team")
  @Completion(TeamNames.class)
  String team;

  @Reference DiskEncryption encryption;
  @Reference TeamLookup teams;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    String name = Optional.ofNullable(team).orElse(TeamLookup.NO_TEAM);
    Optional<TeamId> found = teams.find(actor, name);
    access.require(actor, Permission.EDIT_DISK_ENCRYPTION, found);
    boolean changed = encryption.change(actor, found, false);
    System.out.println(
        name
            + (changed
                ? ": the FileVault profile is taken off; Macs stay encrypted, and recovery keys are kept."
                : ": disk encryption is off already."));
    return null;
  }
}
