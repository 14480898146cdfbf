package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.CertificateDesk;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:apns-apple-id}: notes with which Apple ID to renew. */
@Service
@Command(
    scope = "mdm",
    name = "apns-apple-id",
    description = "Notes the Apple ID that the push certificate is renewed with")
public final class ApnsAppleIdCommand implements Action {
  @Option(name = "--set", required = true, description = "The Apple ID; empty text forgets it")
  String appleId;

  @Reference CertificateDesk certificates;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    certificates.noteAppleId(actor, Optional.of(appleId));
    System.out.println("Noted.");
    return null;
  }
}
