package io.pomona.apns.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.Mdmcert;
import io.pomona.apns.RequestDesk;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** {@code mdm:apns-mdmcert}: has mdmcert.download sign the request. */
@Service
@Command(
    scope = "mdm",
    name = "apns-mdmcert",
    description = "Sends the request to mdmcert.download, or opens the file that it mailed")
public final class ApnsMdmcertCommand implements Action {
  @Argument(name = "file", description = "The file that was mailed; without it, sends")
  @Completion(FileCompleter.class)
  String file;

  @Reference Mdmcert mdmcert;
  @Reference RequestDesk requests;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (file == null) {
      mdmcert.send(actor, requests.newest());
      System.out.println(
          "Sent. Open the file that is mailed to "
              + requests.newest().content().email()
              + " with mdm:apns-mdmcert FILE.");
    } else {
      mdmcert.open(actor, new String(new ServerFile(file).read(), StandardCharsets.US_ASCII));
      System.out.println("Opened. Write it for Apple's portal with mdm:apns-request --file FILE.");
    }
    return null;
  }
}
