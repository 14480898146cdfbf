package io.pomona.apns.shell;

import io.pomona.api.apns.PushRequestStore.PushRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.apns.RequestDesk;
import io.pomona.apns.VendorDesk;
import io.pomona.apns.VendorDesk.Attempt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:apns-request}: a request for a push certificate, made or written again. */
@Service
@Command(
    scope = "mdm",
    name = "apns-request",
    description = "Makes a request for a push certificate, or writes the one that waits")
public final class ApnsRequestCommand implements Action {
  @Option(name = "--email", description = "Who is responsible; makes a new request")
  String email;

  @Option(name = "--org", description = "The organization's name")
  String organization = "";

  @Option(name = "--file", description = "Where to write the request; without it, it is printed")
  String file;

  @Option(name = "--list", description = "Lists those that wait for a certificate, newest first")
  boolean list;

  @Reference RequestDesk requests;
  @Reference VendorDesk vendor;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_APNS, Optional.empty());
    if (list) {
      requests.all().forEach(ApnsRequestCommand::printLine);
      return null;
    }
    PushRequest request = email == null ? requests.newest() : created(actor);
    write(request);
    return null;
  }

  private static void printLine(PushRequest request) {
    System.out.println(
        request.content().createdAt()
            + ", "
            + request.content().email()
            + ", by "
            + request.content().createdBy());
  }

  private PushRequest created(Actor actor) {
    RequestDesk.Created created = requests.create(actor, email, organization);
    if (!created.warning().isEmpty()) {
      System.out.println("WARNING: " + created.warning());
    }
    return created.request();
  }

  private void write(PushRequest request) {
    Attempt attempt = vendor.attempt(request);
    byte[] content =
        attempt
            .file()
            .orElseGet(() -> RequestDesk.pem(request).getBytes(StandardCharsets.US_ASCII));
    if (file == null) {
      System.out.println(new String(content, StandardCharsets.US_ASCII).stripTrailing());
    } else {
      new ServerFile(file).write(content);
    }
    System.out.println(
        attempt.file().isPresent()
            ? "Signed: upload it at identity.apple.com/pushcert, then load what you get with"
                + " mdm:apns-load."
            : attempt.reason());
  }
}
