package io.pomona.abm;

import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.organization.StatusCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the synchronization of each token goes; nothing while ABM is not connected. */
@Component
public final class AbmStatus implements StatusCheck {
  /** Less than these may pass by itself, and nobody has to look. */
  private static final int FAILURES = 3;

  /** Longer than any run takes that gets on. */
  private static final Duration LATE = Duration.ofHours(1);

  private static final String OVERDUE =
      "Apple Business Manager is not looked at; the log of the server may say why. Due since ";

  private final AbmTokenStore tokens;
  private final AbmDeviceStore devices;
  private final Clock clock;

  @Activate
  public AbmStatus(@Reference AbmTokenStore tokens, @Reference AbmDeviceStore devices) {
    this(tokens, devices, Clock.systemUTC());
  }

  AbmStatus(AbmTokenStore tokens, AbmDeviceStore devices, Clock clock) {
    this.tokens = tokens;
    this.devices = devices;
    this.clock = clock;
  }

  @Override
  public List<StatusLine> check() {
    List<AbmToken> all = tokens.list();
    TokenNames names = new TokenNames(all);
    return all.stream().map(token -> line("abm.sync." + names.of(token), token)).toList();
  }

  private StatusLine line(String name, AbmToken token) {
    AbmSyncState sync = token.sync();
    Optional<AbmTrouble> trouble = sync.trouble();
    if (trouble.isPresent()) {
      return new StatusLine(
          name,
          level(trouble.get().kind(), sync.attempts()),
          AppleWords.of(trouble.get().kind()) + " (" + trouble.get().word() + ")");
    }
    if (sync.dueAt().plus(LATE).isBefore(clock.instant())) {
      return new StatusLine(name, Level.WARNING, OVERDUE + sync.dueAt() + ".");
    }
    return new StatusLine(name, Level.OK, sync.syncedAt().isEmpty() ? WAITS : well(token));
  }

  private static final String WAITS = "The first look at Apple Business Manager is to come.";

  private String well(AbmToken token) {
    AbmDeviceStore.Counts counts = devices.counts(token.id());
    String missing =
        counts.missing() == 0
            ? ""
            : " Apple does not show " + counts.missing() + " of them any more; they are kept.";
    return "ABM assigns "
        + counts.devices()
        + " Macs, as of "
        + token.sync().syncedAt().orElseThrow()
        + "."
        + missing;
  }

  private static Level level(AbmTrouble.Kind kind, int attempts) {
    if (AppleWords.isForAdmin(kind)) {
      return Level.ERROR;
    }
    return attempts < FAILURES ? Level.OK : Level.WARNING;
  }
}
