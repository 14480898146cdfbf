package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:webhook-test}: calls a webhook at once. */
@Service
@Command(scope = "mdm", name = "webhook-test", description = "Calls a webhook with a test event")
public final class WebhookTestCommand implements Action {
  @Argument(name = "id", required = true, description = "The number of the webhook")
  @Completion(WebhookIds.class)
  long id;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Webhooks.Tested tested = webhooks.test(actors.current(), id);
    System.out.println((tested.delivered() ? "Delivered. " : "Not delivered. ") + tested.outcome());
    return null;
  }
}
