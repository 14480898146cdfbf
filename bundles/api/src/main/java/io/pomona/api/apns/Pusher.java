package io.pomona.api.apns;

import java.util.concurrent.CompletionStage;

/** Extension point: sends one wake-up. Never blocks; completes on a thread of its own. */
public interface Pusher {
  /** Completes normally with a verdict in every case that can be foreseen. */
  CompletionStage<PushVerdict> push(PushTarget target);
}
