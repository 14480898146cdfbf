package io.pomona.escrow.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.escrow.filevault.CertificateFacts;
import io.pomona.escrow.filevault.EscrowCertificates;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:escrow-certificate-roll}: a new certificate for recovery keys. */
@Service
@Command(
    scope = "mdm",
    name = "escrow-certificate-roll",
    description =
        "Makes a new certificate that Macs encrypt recovery keys for; old ones still open")
public final class EscrowCertificateRollCommand implements Action {
  @Reference EscrowCertificates certificates;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_ESCROW, Optional.empty());
    String serial = CertificateFacts.of(certificates.roll(actor).certificate()).serialNumber();
    System.out.println("Macs encrypt recovery keys for " + serial + " from now on.");
    return null;
  }
}
