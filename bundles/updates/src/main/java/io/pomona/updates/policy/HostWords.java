package io.pomona.updates.policy;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.ReportedUpdate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said of a Mac's update beyond the version.
 *
 * @param reported by those that declarations are for
 * @param told of those that Nudge is for
 * @param nudge whether there is a package of it
 * @param unsupervised of those that declarations would be for
 */
record HostWords(
    Map<HostId, ReportedUpdate> reported,
    Map<HostId, NudgeInstall> told,
    boolean nudge,
    Set<HostId> unsupervised) {
  private static final String OFF =
      "MDM is off: turn it on, then the required macOS is enforced on this Mac.";
  private static final String TOO_OLD =
      "macOS 11 and earlier know neither declarations nor Nudge: update this Mac by hand, to"
          + " macOS 12 at least.";
  private static final String NO_VERSION =
      "The Mac has not said yet which macOS it runs; refetch it.";
  private static final String NO_PACKAGE =
      "There is no Nudge package for Macs below macOS 14: upload one with"
          + " POST /api/v1/macos_updates/nudge_package.";
  private static final String TO_BE_TOLD = "Nudge is to be installed shortly.";
  private static final String DECLARED =
      "The Mac is told by a declaration; it has not reported on it yet.";
  private static final String UNSUPERVISED =
      "This Mac is not supervised, and macOS takes the declaration only on supervised Macs. Enroll"
          + " it automatically, or let its user approve the enrollment.";

  /** The whole answer for one Mac. */
  record Said(State state, Way way, String detail) {}

  Said of(Host host, Stage stage) {
    if (!host.mdm().isOn()) {
      return new Said(State.UNKNOWN, Way.NONE, OFF);
    }
    return switch (stage.way()) {
      case DECLARATION ->
          unsupervised.contains(host.id())
              ? new Said(stage.state(), Way.NONE, UNSUPERVISED)
              : declared(stage, Optional.ofNullable(reported.get(host.id())));
      case NUDGE -> nudged(stage, Optional.ofNullable(told.get(host.id())));
      case NONE -> new Said(stage.state(), Way.NONE, plain(stage.state()));
    };
  }

  private static String plain(State state) {
    return switch (state) {
      case UNSUPPORTED -> TOO_OLD;
      case UNKNOWN -> NO_VERSION;
      default -> "";
    };
  }

  private static Said declared(Stage stage, Optional<ReportedUpdate> report) {
    boolean failed =
        report
            .flatMap(ReportedUpdate::installState)
            .filter(ReportedUpdate.FAILED::equals)
            .isPresent();
    return new Said(
        failed ? State.FAILED : stage.state(),
        Way.DECLARATION,
        report.map(HostWords::words).orElse(DECLARED));
  }

  private static String words(ReportedUpdate report) {
    if (report.enforcement().isPresent()) {
      return report.enforcement().get();
    }
    String state = report.installState().orElse("nothing");
    String version = report.pendingVersion().map(text -> " macOS " + text).orElse("");
    String reason = report.failureReason().map(text -> ": " + text).orElse("");
    return "The Mac reports " + state + version + reason + ".";
  }

  private Said nudged(Stage stage, Optional<NudgeInstall> install) {
    if (!nudge) {
      return new Said(stage.state(), Way.NONE, NO_PACKAGE);
    }
    return new Said(stage.state(), Way.NUDGE, install.map(NudgeInstall::detail).orElse(TO_BE_TOLD));
  }
}
