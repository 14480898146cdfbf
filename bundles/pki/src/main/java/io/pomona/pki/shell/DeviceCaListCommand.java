package io.pomona.pki.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.pki.DeviceAuthorities;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:device-ca-list}: the device CAs whose certificates count. */
@Service
@Command(scope = "mdm", name = "device-ca-list", description = "Lists the trusted device CAs")
public final class DeviceCaListCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference DeviceAuthorities authorities;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_STATUS, Optional.empty());
    ShellTable table = new ShellTable();
    table.column("Issues");
    table.column("Subject");
    table.column("Valid until");
    table.column("SHA-256");
    authorities
        .list()
        .forEach(
            each ->
                table
                    .addRow()
                    .addContent(
                        each.active() ? "yes" : "no",
                        each.subject(),
                        each.notAfter(),
                        each.sha256()));
    table.print(System.out, !noFormat);
    return null;
  }
}
