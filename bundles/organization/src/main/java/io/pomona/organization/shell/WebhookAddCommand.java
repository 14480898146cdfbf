package io.pomona.organization.shell;

import io.pomona.api.organization.ShellActors;
import io.pomona.api.organization.TeamId;
import io.pomona.organization.Teams;
import io.pomona.organization.webhooks.WebhookWish;
import io.pomona.organization.webhooks.Webhooks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code mdm:webhook-add}: has somebody called when something happens. */
@Service
@Command(
    scope = "mdm",
    name = "webhook-add",
    description = "Adds a webhook and shows its secret, once")
public final class WebhookAddCommand implements Action {
  @Argument(index = 0, name = "name", required = true, description = "What it is called here")
  @Completion(AnyText.class)
  String name;

  @Argument(index = 1, name = "url", required = true, description = "Where events are sent")
  @Completion(AnyText.class)
  String url;

  @Option(name = "--team", description = "Only what is of this team: its name or number")
  @Completion(TeamNames.class)
  String team;

  @Option(
      name = "--topic",
      description = "Only this type of activity or event of Macs; can be given many times",
      multiValued = true)
  @Completion(WebhookTopicNames.class)
  List<String> topics;

  @Option(name = "--raw-payload", description = "With the messages of Macs, which may be private")
  boolean payloads;

  @Option(name = "--paused", description = "Keeps what happens, and calls nobody yet")
  boolean paused;

  @Option(name = "--no-format", description = "Plain lines for scripts")
  boolean noFormat;

  @Reference Webhooks webhooks;
  @Reference Teams teams;
  @Reference ShellActors actors;

  @Override
  public Object execute() {
    Optional<TeamId> wanted =
        Optional.ofNullable(team).map(text -> teams.named(actors.current(), text).id());
    WebhookWish wish =
        new WebhookWish(
            Optional.of(name),
            Optional.of(url),
            Optional.ofNullable(topics).map(LinkedHashSet::new),
            Optional.of(payloads),
            Optional.of(paused),
            Optional.empty());
    WebhookTable.print(webhooks.create(actors.current(), wanted, wish), noFormat);
    return null;
  }
}
