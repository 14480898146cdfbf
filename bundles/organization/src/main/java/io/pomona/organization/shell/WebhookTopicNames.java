package io.pomona.organization.shell;

import io.pomona.organization.webhooks.WebhookWish;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes what a webhook can be told of. */
@Service
public final class WebhookTopicNames implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return new StringsCompleter(WebhookWish.knownTopics()).complete(session, line, candidates);
  }
}
