package io.pomona.organization.shell;

import io.pomona.api.Secret;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.Webhook;
import io.pomona.organization.webhooks.Webhooks.Made;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/** Webhooks in the shell. */
final class WebhookTable {
  private WebhookTable() {}

  static void print(List<Webhook> webhooks, boolean noFormat) {
    ShellTable table = new ShellTable();
    for (String name :
        new String[] {"ID", "Name", "Team", "Url", "Topics", "State", "Waiting", "Dead"}) {
      table.column(name);
    }
    webhooks.forEach(webhook -> table.addRow().addContent(row(webhook)));
    table.print(System.out, !noFormat);
  }

  private static Object[] row(Webhook webhook) {
    return new Object[] {
      webhook.id().value(),
      webhook.said().name(),
      webhook.said().team().map(TeamId::value).map(String::valueOf).orElse(""),
      webhook.said().url(),
      webhook.said().topics().isEmpty()
          ? "all"
          : String.join(" ", webhook.said().topics().stream().sorted().toList()),
      state(webhook),
      webhook.waiting(),
      webhook.dead()
    };
  }

  private static String state(Webhook webhook) {
    if (webhook.said().paused()) {
      return "paused";
    }
    return webhook.failures() == 0 ? "on" : "failing, next try " + webhook.nextTry();
  }

  /** The only time that the secret can be seen. */
  static void print(Made made, boolean noFormat) {
    print(List.of(made.webhook()), noFormat);
    made.secret()
        .map(Secret::revealText)
        .ifPresent(
            secret ->
                System.out.println(
                    "Its secret, which is not shown again and with which bodies are signed: "
                        + secret));
  }
}
