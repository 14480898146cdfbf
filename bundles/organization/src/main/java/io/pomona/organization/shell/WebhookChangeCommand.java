package io.pomona.organization.shell;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.WebhookWish;
import io.pomona.organization.webhooks.Webhooks;
import io.pomona.organization.webhooks.Webhooks.Made;
import java.util.LinkedHashSet;
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

/** {@code mdm:webhook-change}: changes, pauses or resumes a webhook, or gives it another secret. */
@Service
@Command(
    scope = "mdm",
    name = "webhook-change",
    description = "Changes, pauses or resumes a webhook, or gives it a new secret")
public final class WebhookChangeCommand implements Action {
  @Argument(name = "id", required = true, description = "The number of the webhook")
  @Completion(WebhookIds.class)
  long id;

  @Option(name = "--name", description = "What it is called from now on")
  String name;

  @Option(name = "--url", description = "Where events are sent from now on")
  String url;

  @Option(
      name = "--topic",
      description = "Only these from now on; can be given many times",
      multiValued = true)
  @Completion(WebhookTopicNames.class)
  List<String> topics;

  @Option(name = "--all-topics", description = "Everything from now on")
  boolean allTopics;

  @Option(name = "--pause", description = "Keeps what happens and calls nobody")
  boolean pause;

  @Option(name = "--resume", description = "Calls again, beginning with what was kept")
  boolean resume;

  @Option(name = "--new-secret", description = "Makes a new secret and shows it, once")
  boolean newSecret;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Made changed = new Made(webhooks.change(actors.current(), id, wish()), Optional.empty());
    WebhookTable.print(newSecret ? webhooks.rotate(actors.current(), id) : changed, noFormat);
    return null;
  }

  private WebhookWish wish() {
    if (pause && resume) {
      throw MdmException.invalid(
          "organization.pause_or_resume", "pause", "Give --pause or --resume, not both.");
    }
    return new WebhookWish(
        Optional.ofNullable(name),
        Optional.ofNullable(url),
        allTopics ? Optional.of(Set.of()) : Optional.ofNullable(topics).map(LinkedHashSet::new),
        Optional.empty(),
        pause || resume ? Optional.of(pause) : Optional.empty(),
        Optional.empty());
  }
}
