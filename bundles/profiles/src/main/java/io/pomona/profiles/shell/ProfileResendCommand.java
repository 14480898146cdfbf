package io.pomona.profiles.shell;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.ProfileResend;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:profile-resend}: sends a profile to a host once more. */
@Service
@Command(
    scope = "mdm",
    name = "profile-resend",
    description = "Sends a configuration profile to a host once more")
public final class ProfileResendCommand implements Action {
  @Argument(name = "host", description = "Serial number, UDID or name of a host", required = true)
  @Completion(HostIdentifiers.class)
  String identifier;

  @Argument(
      index = 1,
      name = "profile",
      description = "Identifier or UUID of a profile of its team",
      required = true)
  @Completion(ProfileNames.class)
  String profile;

  @Reference ProfileResend resend;
  @Reference ProfileStore profiles;
  @Reference HostStore hosts;
  @Reference Access access;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    Optional<Host> host =
        hosts.findByIdentifier(identifier, access.scope(actor, Permission.VIEW_HOSTS));
    String uuid = host.flatMap(this::named).orElse(profile);
    Profile sent = resend.resend(actor, host, uuid);
    System.out.println("The profile " + sent.name() + " is sent again.");
    return null;
  }

  private Optional<String> named(Host host) {
    return profiles.list(host.team()).stream()
        .filter(each -> each.identifier().equals(profile))
        .map(Profile::uuid)
        .findFirst();
  }
}
