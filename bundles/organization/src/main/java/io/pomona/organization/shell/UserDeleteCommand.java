package io.pomona.organization.shell;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.User;
import io.pomona.organization.AccountChanges;
import io.pomona.organization.Accounts;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:user-delete}: deletes an account; its sessions end at once. */
@Service
@Command(
    scope = "mdm",
    name = "user-delete",
    description = "Deletes a person's account and ends their sessions")
public final class UserDeleteCommand implements Action {
  @Argument(name = "email", required = true, description = "The e-mail address of the person")
  @Completion(UserEmails.class)
  String email;

  @Reference AccountChanges changes;
  @Reference Accounts accounts;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_USERS, Optional.empty());
    User user = changes.find(email);
    accounts.delete(actor, user.id());
    System.out.println("Deleted " + user.email() + ".");
    return null;
  }
}
