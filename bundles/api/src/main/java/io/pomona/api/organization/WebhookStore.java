package io.pomona.api.organization;

import io.pomona.api.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Webhooks. They go with their team. Each method is one transaction; of one that is not there
 * {@code organization.webhook_not_found} is thrown.
 */
public interface WebhookStore {
  /**
   * From now on; what happened before is not told.
   *
   * @param activity of what was made; may be called more than once
   * @throws io.pomona.api.MdmException not found {@code organization.team_not_found}
   */
  Webhook create(NewWebhook webhook, Instant now, Function<Webhook, ActivityDraft> activity);

  Optional<Webhook> find(WebhookId id);

  /** By id; {@code after} of the page is the id behind which to go on. */
  List<Webhook> list(TeamScope scope, PageRequest page);

  /**
   * What waits is tried at once, whatever failed before. The team stays as it is.
   *
   * @param wanted what it shall be, seeing what it is; may be called more than once
   * @param activities of what it was and is then; may be called more than once
   */
  Webhook change(
      WebhookId id,
      UnaryOperator<NewWebhook> wanted,
      Instant now,
      BiFunction<Webhook, Webhook, List<ActivityDraft>> activities);

  /** With everything that waits for it. */
  void delete(WebhookId id, Instant now, Function<Webhook, ActivityDraft> activity);
}
