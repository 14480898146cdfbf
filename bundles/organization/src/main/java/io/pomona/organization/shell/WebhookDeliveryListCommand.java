package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Delivery;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code mdm:webhook-delivery-list}: what became of the events for a webhook. */
@Service
@Command(
    scope = "mdm",
    name = "webhook-delivery-list",
    description = "Lists events for a webhook, newest first, and what became of them")
public final class WebhookDeliveryListCommand implements Action {
  @Argument(name = "id", required = true, description = "The number of the webhook")
  @Completion(WebhookIds.class)
  long id;

  @Option(name = "--limit", description = "Lines at most")
  int limit = 50;

  @Option(name = "--after", description = "Go on below this ID, the last of the page before")
  long after = 0;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    ShellTable table = new ShellTable();
    for (String name : new String[] {"ID", "Time", "Topic", "State", "Tries", "Last", "Outcome"}) {
      table.column(name);
    }
    webhooks
        .deliveries(actors.current(), id, Optional.empty(), new PageRequest(after, 0, limit))
        .forEach(delivery -> table.addRow().addContent(row(delivery)));
    table.print(System.out, !noFormat);
    return null;
  }

  private static Object[] row(Delivery delivery) {
    return new Object[] {
      delivery.id(),
      delivery.at(),
      delivery.topic(),
      delivery.state().label(),
      delivery.attempts(),
      delivery.triedAt().map(Instant::toString).orElse(""),
      delivery.outcome()
    };
  }
}
