package io.pomona.escrow.filevault;

import io.pomona.api.escrow.DiskEncryptionStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns disk encryption on and off. Whose right it is has been asked by the caller. */
@Component(service = DiskEncryption.class)
public final class DiskEncryption {
  private final DiskEncryptionStore store;
  private final Clock clock;

  @Activate
  public DiskEncryption(@Reference DiskEncryptionStore store) {
    this(store, Clock.systemUTC());
  }

  DiskEncryption(DiskEncryptionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public boolean isEnabled(Optional<TeamId> team) {
    return store.isEnabled(team);
  }

  /**
   * @return whether it was otherwise before; if not, nothing was written
   */
  public boolean change(Actor actor, Optional<TeamId> team, boolean enabled) {
    ActivityDraft draft =
        enabled
            ? ActivityDraft.of(actor, "enabled_macos_disk_encryption")
            : ActivityDraft.of(actor, "disabled_macos_disk_encryption");
    return store.put(
        team,
        enabled,
        team.map(id -> draft.with("team_id", id.value())).orElse(draft),
        clock.instant());
  }
}
