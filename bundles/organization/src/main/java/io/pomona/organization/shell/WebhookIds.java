package io.pomona.organization.shell;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.ShellActors;
import io.pomona.organization.webhooks.Webhooks;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Completes the numbers of webhooks. */
@Service
public final class WebhookIds implements Completer {
  private static final int SUGGESTED = 100;

  @Reference Webhooks webhooks;
  @Reference ShellActors actors;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    StringsCompleter ids = new StringsCompleter();
    webhooks
        .list(actors.current(), PageRequest.first(SUGGESTED))
        .forEach(webhook -> ids.getStrings().add(String.valueOf(webhook.id().value())));
    return ids.complete(session, line, candidates);
  }
}
