package io.pomona.enrollment.migration;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import java.util.List;
import java.util.Optional;

/** What the feed tells of the board: one row for the Macs of one team. */
final class MigrationActivities {
  private MigrationActivities() {}

  /** Tells of hosts of one team, or of none. */
  @FunctionalInterface
  interface Telling {
    ActivityDraft of(List<Host> hosts);
  }

  static Telling added(Actor actor) {
    return hosts -> about(ActivityDraft.of(actor, "added_to_migration"), hosts);
  }

  static Telling removed(Actor actor) {
    return hosts -> about(ActivityDraft.of(actor, "removed_from_migration"), hosts);
  }

  static Telling marked(Actor actor, MigrationChange change) {
    ActivityDraft draft = ActivityDraft.of(actor, "edited_migration");
    draft = with(draft, "old_mdm", change.oldMdm());
    draft = with(draft, "enrollment", change.way().map(MarkWords::label));
    draft = with(draft, "left_old_mdm", change.leftOldMdm());
    draft = with(draft, "user_told", change.userTold());
    draft = with(draft, "user_is_admin", change.userIsAdmin().map(MarkWords::label));
    draft = with(draft, "activation_lock_off", change.activationLockOff().map(MarkWords::label));
    ActivityDraft whole = with(draft, "archived", change.archived());
    return hosts -> about(whole, hosts);
  }

  private static ActivityDraft with(ActivityDraft draft, String name, Optional<?> value) {
    return value.map(said -> draft.with(name, said)).orElse(draft);
  }

  private static ActivityDraft about(ActivityDraft draft, List<Host> hosts) {
    ActivityDraft named =
        draft
            .with("host_ids", hosts.stream().map(host -> host.id().value()).toList())
            .with("host_display_names", hosts.stream().map(Host::displayName).toList());
    return hosts.get(0).team().map(team -> named.with("team_id", team.value())).orElse(named);
  }
}
