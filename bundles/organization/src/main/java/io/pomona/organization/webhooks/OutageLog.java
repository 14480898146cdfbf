package io.pomona.organization.webhooks;

import io.pomona.api.organization.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged of receivers: once when one has been away for a while, and when it is back. */
final class OutageLog {
  /** In a row, about a quarter of an hour: before that it may be a restart. */
  static final int MANY_FAILURES = 9;

  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.organization");

  private OutageLog() {}

  /**
   * @param before how many attempts had failed before this one
   */
  static void failed(Webhook webhook, int before, String outcome) {
    if (before + 1 == MANY_FAILURES) {
      LOG.warn(
          "Webhook {} ({}) has not taken an event for a quarter of an hour: {} It is tried on;"
              + " see to its receiver, or pause it by mdm:webhook-change --pause",
          webhook.id().value(),
          webhook.said().name(),
          outcome);
    } else {
      LOG.debug("Webhook {} did not take an event: {}", webhook.id().value(), outcome);
    }
  }

  static void over(Webhook webhook, int before) {
    if (before >= MANY_FAILURES) {
      LOG.info("Webhook {} takes events again", webhook.id().value());
    }
  }

  static void givenUp(int events) {
    if (events > 0) {
      LOG.warn(
          "{} events for webhooks were given up, since they waited for too long or were too many;"
              + " see mdm:webhook-list and mdm:webhook-redeliver",
          events);
    }
  }
}
