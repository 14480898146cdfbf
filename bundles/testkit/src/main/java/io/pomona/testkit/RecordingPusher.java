package io.pomona.testkit;

import io.pomona.api.apns.PushTarget;
import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.Pusher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends nothing, remembers all, and answers with the verdict that it was given. */
public final class RecordingPusher implements Pusher {
  private final List<PushTarget> pushed = new CopyOnWriteArrayList<>();
  private volatile PushVerdict verdict = PushVerdict.of(PushVerdict.Outcome.ACCEPTED, "");

  /** From now on. */
  public void answer(PushVerdict next) {
    verdict = next;
  }

  @Override
  public CompletionStage<PushVerdict> push(PushTarget target) {
    pushed.add(target);
    return CompletableFuture.completedFuture(verdict);
  }

  public List<PushTarget> pushed() {
    return List.copyOf(pushed);
  }

  public void clear() {
    pushed.clear();
  }
}
