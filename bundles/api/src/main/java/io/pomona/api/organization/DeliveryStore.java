package io.pomona.api.organization;

import io.pomona.api.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Events on their way to webhooks. Several nodes may be at it: whoever has a turn is alone with its
 * webhook until the turn ends, so that events arrive in their order. Each method is one
 * transaction.
 */
public interface DeliveryStore {
  /**
   * Takes a step along the chain of activities for a webhook that is behind: what it wants of them
   * waits for it then.
   *
   * @param limit at how many activities
   * @return whether there may be more to do
   */
  boolean follow(int limit, Instant now);

  /**
   * Begins a turn of some webhook for which something waits and that is not paused, put off or
   * having one. That the turn has begun is committed before anything is read: when reading fails,
   * the others have theirs meanwhile.
   */
  Optional<Turn> begin(int limit, Instant now, Duration longest);

  /**
   * It has arrived; the webhook is no longer put off.
   *
   * @return whether the turn goes on: false when its time is over
   */
  boolean delivered(Turn turn, long delivery, String outcome, Instant now);

  /** It is given up, and the next may go. The result as of {@link #delivered}. */
  boolean refused(Turn turn, long delivery, String outcome, Instant now);

  /**
   * It is put off, with all that waits for the webhook; what has waited since before a time is
   * given up. Ends the turn.
   *
   * @return how many were given up
   */
  int failed(Turn turn, long delivery, String outcome, Instant again, Instant old, Instant now);

  /** Ends the turn. */
  void end(Turn turn);

  /** Newest first; {@code after} of the page is the id below which to go on, 0 for the newest. */
  List<Delivery> newest(WebhookId webhook, Optional<Delivery.State> state, PageRequest page);

  /**
   * Has what was given up wait again.
   *
   * @param deliveries which; none = all
   * @param activity of how many; may be called more than once, and not for none
   */
  int redeliver(
      WebhookId webhook,
      Set<Long> deliveries,
      Instant now,
      Function<Integer, ActivityDraft> activity);

  /**
   * Gives up what has waited since before a time for webhooks that are not paused, and for any the
   * oldest beyond a number. Called until it finds nothing.
   *
   * @param most how many may wait for one webhook
   * @param limit how many are given up at once for each webhook
   * @return how many were given up
   */
  int giveUp(Instant old, int most, int limit, Instant now);

  /**
   * Forgets what happened before a time, and of what does not wait the oldest beyond a number.
   * Called until it finds nothing.
   *
   * @param most how many of one webhook are remembered in each state
   * @param limit how many are forgotten at once, of each kind and webhook
   * @return how many were forgotten
   */
  int purge(Instant before, int most, int limit);

  /**
   * @param webhook without what is counted of it: that would be all of its backlog in each turn
   * @param parcels in their order
   * @param until when it ends by itself; tells it from later ones
   */
  record Turn(Webhook webhook, List<Parcel> parcels, Instant until) {}

  /** An event and what it is about: one of the two is there, or none when it cannot be read. */
  record Parcel(Delivery delivery, Optional<Activity> activity, Optional<DeviceEvent> event) {}
}
