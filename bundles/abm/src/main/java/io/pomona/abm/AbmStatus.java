package io.pomona.abm;

import io.pomona.api.abm.AbmDeviceStore;
import io.pomona.api.abm.AbmSyncState;
import io.pomona.api.abm.AbmToken;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.abm.AbmTrouble;
import io.pomona.api.organization.StatusCheck;
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

  private final AbmTokenStore tokens;
  private final AbmDeviceStore devices;

  @Activate
  public AbmStatus(@Reference AbmTokenStore tokens, @Reference AbmDeviceStore devices) {
    this.tokens = tokens;
    this.devices = devices;
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
    return switch (kind) {
      case TERMS_NOT_SIGNED, TOKEN_REJECTED, ACCESS_DENIED -> Level.ERROR;
      case THROTTLED, REPEATING, REFUSED, UNAVAILABLE ->
          attempts < FAILURES ? Level.OK : Level.WARNING;
    };
  }
}
