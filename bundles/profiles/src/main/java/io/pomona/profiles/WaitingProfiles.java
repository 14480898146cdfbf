package io.pomona.profiles;

import io.pomona.api.organization.StatusCheck;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.HostProfileStore.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Watches for profiles that do not get on, and names what they wait for. */
@Component(service = StatusCheck.class)
public final class WaitingProfiles implements StatusCheck {
  static final Duration LONG = Duration.ofDays(1);

  /** To count goes over the rows of all Macs, and metrics ask again and again. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final String NAME = "profiles.waiting";

  private record Known(Instant at, StatusLine line) {}

  private final HostProfileStore store;
  private final Clock clock;
  private final AtomicReference<Known> last = new AtomicReference<>();

  @Activate
  public WaitingProfiles(@Reference HostProfileStore store) {
    this(store, Clock.systemUTC());
  }

  WaitingProfiles(HostProfileStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    Instant now = clock.instant();
    Known known = last.get();
    if (known == null || known.at().plus(KEPT).isBefore(now)) {
      known = new Known(now, line(reasons(store.waiting(now.minus(LONG)))));
      last.set(known);
    }
    return List.of(known.line());
  }

  private static Map<WaitsFor, Long> reasons(List<Waiting> waiting) {
    Map<WaitsFor, Long> reasons = new EnumMap<>(WaitsFor.class);
    waiting.forEach(
        each ->
            reasons.merge(
                WaitsFor.of(each.operation(), each.status(), each.command()),
                each.count(),
                Long::sum));
    return reasons;
  }

  private static StatusLine line(Map<WaitsFor, Long> reasons) {
    if (reasons.isEmpty()) {
      return new StatusLine(NAME, Level.OK, "No profile has waited for longer than a day.");
    }
    boolean ours = reasons.keySet().stream().anyMatch(WaitsFor::isOurs);
    String each =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey().many())
            .collect(Collectors.joining(", "));
    return new StatusLine(
        NAME,
        ours ? Level.WARNING : Level.OK,
        "Profiles that have waited for longer than a day: "
            + each
            + "."
            + (ours ? " What is to be sent or noted should take seconds: look into the log." : ""));
  }
}
