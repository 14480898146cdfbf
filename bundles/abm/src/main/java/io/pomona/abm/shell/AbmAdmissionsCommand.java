package io.pomona.abm.shell;

import io.pomona.abm.admission.Admissions;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:abm-admissions}: which Macs an admin lets in. */
@Service
@Command(
    scope = "mdm",
    name = "abm-admissions",
    description = "Lists the Macs that may enroll automatically once although a check refuses them")
public final class AbmAdmissionsCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Admissions admissions;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.ENROLL_HOSTS, Optional.empty());
    ShellTable table = new ShellTable();
    List.of("Serial", "By", "Until", "Came").forEach(table::column);
    admissions
        .list(actor)
        .forEach(
            each ->
                table
                    .addRow()
                    .addContent(
                        each.serialNumber(), each.by(), each.expires(), each.udid().orElse("")));
    table.print(System.out, !noFormat);
    return null;
  }
}
