package io.pomona.organization.webhooks;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.organization.Webhook;
import io.pomona.api.organization.WebhookStore;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether receivers take what is sent to them. */
@Component
public final class WebhookStatus implements StatusCheck {
  private static final String NAME = "organization.webhooks";

  private final WebhookStore store;
  private final ConfiguredCalls calls;

  @Activate
  public WebhookStatus(@Reference WebhookStore store, @Reference ConfiguredCalls calls) {
    this.store = store;
    this.calls = calls;
  }

  @Override
  public List<StatusLine> check() {
    List<Webhook> all = store.list(TeamScope.everywhere(), PageRequest.first(PageRequest.MOST));
    if (all.isEmpty()) {
      return List.of();
    }
    if (calls.current().isEmpty()) {
      return line(Level.ERROR, "No webhook is called: the configuration is wrong; see the log.");
    }
    long away =
        all.stream().filter(webhook -> webhook.failures() >= OutageLog.MANY_FAILURES).count();
    long dead = all.stream().mapToLong(Webhook::dead).sum();
    String message =
        "Of %d webhooks %d do not answer; %d events were given up."
            .formatted(all.size(), away, dead);
    return away + dead == 0
        ? line(Level.OK, message)
        : line(Level.WARNING, message + " See mdm:webhook-list and mdm:webhook-redeliver.");
  }

  private static List<StatusLine> line(Level level, String message) {
    return List.of(new StatusLine(NAME, level, message));
  }
}
