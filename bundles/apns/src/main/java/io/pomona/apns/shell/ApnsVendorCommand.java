package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.VendorDesk;
import io.pomona.apns.VendorDesk.VendorView;
import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:apns-vendor}: the MDM vendor certificate that signs requests. */
@Service
@Command(
    scope = "mdm",
    name = "apns-vendor",
    description = "Shows, loads or deletes the MDM vendor certificate that signs requests")
public final class ApnsVendorCommand implements Action {
  @Argument(name = "certificate", description = "Its file, with Apple's certificates above it")
  @Completion(FileCompleter.class)
  String certificate;

  @Option(name = "--key", description = "File of its private key; without it, PKCS#12 is read")
  @Completion(FileCompleter.class)
  String key;

  @Option(name = "--delete", description = "Deletes it")
  boolean delete;

  @Reference VendorDesk vendor;
  @Reference ShellActors actors;
  @Reference Access access;
  @Reference Session session;

  @Override
  public Object execute() throws IOException {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (delete) {
      vendor.delete(actor);
      System.out.println("Deleted.");
      return null;
    }
    VendorView view =
        certificate == null
            ? vendor.view().orElseThrow(VendorDesk::none)
            : vendor.load(actor, BroughtPair.read(session, certificate, key));
    System.out.println(
        view.commonName() + ", " + view.serialNumber() + ", until " + view.renewDate());
    return null;
  }
}
