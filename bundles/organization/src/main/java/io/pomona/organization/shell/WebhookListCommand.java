package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:webhook-list}: who is called when something happens. */
@Service
@Command(scope = "mdm", name = "webhook-list", description = "Lists the webhooks")
public final class WebhookListCommand implements Action {
  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;
  @Reference Access access;

  @Override
  public Object execute() {
    Actor actor = actors.current();
    access.require(actor, Permission.EDIT_WEBHOOKS, Optional.empty());
    WebhookTable.print(webhooks.list(actor, PageRequest.first(PageRequest.MOST)), noFormat);
    return null;
  }
}
