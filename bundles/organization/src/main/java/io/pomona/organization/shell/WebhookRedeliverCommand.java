package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:webhook-redeliver}: delivers again what was given up. */
@Service
@Command(
    scope = "mdm",
    name = "webhook-redeliver",
    description = "Delivers again what was given up, all of it or some")
public final class WebhookRedeliverCommand implements Action {
  @Argument(name = "id", required = true, description = "The number of the webhook")
  @Completion(WebhookIds.class)
  long id;

  @Option(
      name = "--delivery",
      description = "Only this one: its number; can be given many times",
      multiValued = true)
  List<Long> deliveries;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Set<Long> which = Set.copyOf(Optional.ofNullable(deliveries).orElse(List.of()));
    System.out.println(webhooks.redeliver(actors.current(), id, which) + " events wait again.");
    return null;
  }
}
