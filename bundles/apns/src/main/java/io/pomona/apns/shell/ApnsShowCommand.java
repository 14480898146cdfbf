package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.CertificateDesk;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:apns-show}: the push certificate in use. */
@Service
@Command(scope = "mdm", name = "apns-show", description = "Shows the push certificate in use")
public final class ApnsShowCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference CertificateDesk certificates;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    access.require(actors.current(), Permission.VIEW_APNS, Optional.empty());
    CertificateLines.print(certificates.view(), noFormat);
    return null;
  }
}
