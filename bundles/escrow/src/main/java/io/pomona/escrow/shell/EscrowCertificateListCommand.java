package io.pomona.escrow.shell;

import io.pomona.api.escrow.EscrowCertificate;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.filevault.CertificateFacts;
import io.pomona.escrow.filevault.EscrowCertificates;
import io.pomona.escrow.filevault.EscrowCertificates.Load;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:escrow-certificate-list}: what Macs encrypt, or have encrypted, recovery keys for. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-certificate-list",
    description = "Lists the certificates that Macs encrypt recovery keys for")
public final class EscrowCertificateListCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference EscrowCertificates certificates;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.EDIT_ESCROW, Optional.empty());
    ShellTable table = new ShellTable();
    List.of("Id", "Serial number", "Created", "Valid until", "Retired", "Keys", "To seal anew")
        .forEach(table::column);
    certificates.loads().forEach(each -> add(table, each));
    table.print(System.out, !noFormat);
    return null;
  }

  private static void add(ShellTable table, Load load) {
    EscrowCertificate each = load.certificate();
    CertificateFacts facts = CertificateFacts.of(each.certificate());
    table
        .addRow()
        .addContent(
            each.id().value(),
            facts.serialNumber(),
            each.createdAt(),
            facts.notAfter(),
            each.retiredAt().map(String::valueOf).orElse("Macs get it"),
            load.keys(),
            load.keysToReseal());
  }
}
