package io.pomona.abm.setup;

import io.pomona.api.abm.SetupSettings;
import io.pomona.api.abm.SetupSettingsStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What teams want of the set-up of their Macs. Whose right it is has been asked by the caller. */
@Component(service = SetupWishes.class)
public final class SetupWishes {
  private final SetupSettingsStore store;

  @Activate
  public SetupWishes(@Reference SetupSettingsStore store) {
    this.store = store;
  }

  SetupSettings of(Optional<TeamId> team) {
    return store.of(team);
  }

  /**
   * @param authentication empty leaves it as it is, as does {@code manual}
   * @return what changed, in words; nothing is written when it was so already
   */
  public List<SettingsChange> change(
      Actor actor,
      Optional<TeamId> team,
      Optional<Boolean> authentication,
      Optional<Boolean> manual) {
    SetupSettings before = store.of(team);
    SetupSettings after =
        new SetupSettings(
            authentication.orElse(before.endUserAuthentication()),
            manual.orElse(before.releaseManually()));
    List<ActivityDraft> told = new ArrayList<>();
    List<SettingsChange> changes = new ArrayList<>();
    if (before.endUserAuthentication() != after.endUserAuthentication()) {
      told.add(login(actor, team, after.endUserAuthentication()));
      changes.add(said("people log in before their Mac enrolls", after.endUserAuthentication()));
    }
    if (before.releaseManually() != after.releaseManually()) {
      told.add(release(actor, team, after.releaseManually()));
      changes.add(said("an admin releases Macs from set-up", after.releaseManually()));
    }
    if (!told.isEmpty()) {
      store.put(team, after, told);
    }
    return changes;
  }

  private static SettingsChange said(String what, boolean on) {
    return SettingsChange.changed(what + (on ? ": yes" : ": no"));
  }

  private static ActivityDraft login(Actor actor, Optional<TeamId> team, boolean on) {
    return of(
        team,
        on
            ? ActivityDraft.of(actor, "enabled_macos_setup_end_user_auth")
            : ActivityDraft.of(actor, "disabled_macos_setup_end_user_auth"));
  }

  private static ActivityDraft release(Actor actor, Optional<TeamId> team, boolean on) {
    return of(
        team,
        on
            ? ActivityDraft.of(actor, "enabled_macos_setup_manual_release")
            : ActivityDraft.of(actor, "disabled_macos_setup_manual_release"));
  }

  private static ActivityDraft of(Optional<TeamId> team, ActivityDraft draft) {
    return team.map(id -> draft.with("team_id", id.value())).orElse(draft);
  }
}
