package io.pomona.enrollment;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;

/** Activities about hosts, with the reference's fields. */
public final class HostActivities {
  private HostActivities() {}

  /**
   * @param automatic whether ABM has sent it
   */
  static ActivityDraft enrolled(Host host, boolean automatic) {
    return about(host, ActivityDraft.of(Actor.system(), "mdm_enrolled"))
        .with("installed_from_dep", automatic)
        .with("mdm_platform", "apple")
        .with("enrollment_id", "")
        .with("platform", "darwin");
  }

  static ActivityDraft unenrolled(Actor actor, Host host) {
    return about(host, ActivityDraft.of(actor, "mdm_unenrolled"))
        .with("installed_from_dep", host.mdm() == MdmStatus.ON_AUTOMATIC);
  }

  /** Any activity of a person that concerns one host. */
  public static ActivityDraft of(Actor actor, String type, Host host) {
    return about(host, ActivityDraft.of(actor, type));
  }

  private static ActivityDraft about(Host host, ActivityDraft draft) {
    return draft
        .with("host_id", host.id().value())
        .with("host_serial", host.facts().serialNumber())
        .with("host_display_name", host.displayName());
  }
}
