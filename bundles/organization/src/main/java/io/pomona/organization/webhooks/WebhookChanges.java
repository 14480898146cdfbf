package io.pomona.organization.webhooks;

import io.pomona.api.organization.NewWebhook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What of a webhook has changed, by the names of the API. */
final class WebhookChanges {
  private WebhookChanges() {}

  static List<String> between(NewWebhook before, NewWebhook after) {
    List<String> changed = new ArrayList<>();
    add(changed, "name", !before.name().equals(after.name()));
    add(changed, "url", !before.url().equals(after.url()));
    add(changed, "topics", !before.topics().equals(after.topics()));
    add(changed, "include_raw_payload", before.payloads() != after.payloads());
    add(changed, "paused", before.paused() != after.paused());
    add(changed, "secret", !Arrays.equals(before.sealedSecret(), after.sealedSecret()));
    return changed;
  }

  private static void add(List<String> changed, String field, boolean isChanged) {
    if (isChanged) {
      changed.add(field);
    }
  }
}
