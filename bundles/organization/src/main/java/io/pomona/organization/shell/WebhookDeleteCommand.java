package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:webhook-delete}: deletes a webhook with all that waits for it. */
@Service
@Command(
    scope = "mdm",
    name = "webhook-delete",
    description = "Deletes a webhook with all that waits for it")
public final class WebhookDeleteCommand implements Action {
  @Argument(name = "id", required = true, description = "The number of the webhook")
  @Completion(WebhookIds.class)
  long id;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    webhooks.delete(actors.current(), id);
    return null;
  }
}
