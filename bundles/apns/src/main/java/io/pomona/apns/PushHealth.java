package io.pomona.apns;

import io.pomona.api.apns.PushVerdict;
import io.pomona.api.apns.PushVerdict.Outcome;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the last pushes say about the way to Apple; says it in the log when it changes. */
final class PushHealth {
  private static final Logger LOG = LoggerFactory.getLogger(PushHealth.class);
  private static final PushVerdict FINE = PushVerdict.of(Outcome.ACCEPTED, "");

  private final String server;
  private final AtomicReference<PushVerdict> last = new AtomicReference<>(FINE);

  PushHealth(String server) {
    this.server = server;
  }

  PushVerdict note(PushVerdict verdict) {
    switch (verdict.outcome()) {
      case UNAVAILABLE -> changed(verdict, "Pushes are delayed: {}: {}");
      case REFUSED -> changed(verdict, "Apple refuses pushes; check the push pair: {}: {}");
      case ACCEPTED, UNREGISTERED, BAD_TOKEN, THROTTLED -> recovered();
      case NO_CERTIFICATE -> {}
    }
    return verdict;
  }

  private void changed(PushVerdict verdict, String sentence) {
    if (last.getAndSet(verdict).outcome() != verdict.outcome()) {
      LOG.warn(sentence, server, verdict.reason());
    }
  }

  private void recovered() {
    if (last.get() != FINE && last.getAndSet(FINE) != FINE) {
      LOG.info("Pushes reach {} again", server);
    }
  }

  StatusLine line(boolean away) {
    PushVerdict verdict = last.get();
    Level level =
        verdict.outcome() == Outcome.REFUSED || away
            ? Level.ERROR
            : verdict == FINE ? Level.OK : Level.WARNING;
    String message =
        verdict == FINE
            ? "Pushes go to " + server + "."
            : "The last push to " + server + " failed: " + verdict.reason();
    return new StatusLine("apns.push", level, message);
  }

  /** A failure of the network in words, without a stack trace. */
  static String words(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TimeoutException) {
      return "no answer in time";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
