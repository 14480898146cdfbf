package io.pomona.testkit.memory;

import io.pomona.api.enrollment.Migration.Reported;
import io.pomona.api.enrollment.MigrationMarks;
import io.pomona.api.enrollment.MigrationMarks.Answer;
import io.pomona.api.enrollment.MigrationMarks.Way;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.escrow.EncryptionReport;
import io.pomona.protocol.inventory.DeviceInformation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far the steps of a migration are, from what the tables say of a host. */
record MigrationFacts(World world, HostRow host, MigrationMarks marks) {
  Map<MigrationStep, MigrationState> steps() {
    Map<MigrationStep, MigrationState> steps = new EnumMap<>(MigrationStep.class);
    for (MigrationStep step : MigrationStep.values()) {
      steps.put(step, of(step));
    }
    return steps;
  }

  private MigrationState of(MigrationStep step) {
    return switch (step) {
      case LEFT_OLD_MDM -> done(host.mdm.isOn() || marks.leftOldMdm().isPresent());
      case ASSIGNED -> orNotNeeded(isAssigned(), host.mdm.isOn() || marks.way() == Way.MANUAL);
      case USER_TOLD -> orNotNeeded(marks.userTold().isPresent(), host.mdm.isOn());
      case USER_ADMIN ->
          marks.userIsAdmin() != Answer.YES && host.mdm.isOn()
              ? MigrationState.NOT_NEEDED
              : answered(marks.userIsAdmin());
      case ACTIVATION_LOCK_OFF ->
          reportedLock()
              .map(on -> on ? MigrationState.BLOCKED : MigrationState.DONE)
              .orElseGet(() -> answered(marks.activationLockOff()));
      case ENROLLED -> done(host.mdm.isOn());
      case KEY_ESCROWED -> key();
    };
  }

  private static MigrationState done(boolean done) {
    return done ? MigrationState.DONE : MigrationState.OPEN;
  }

  private static MigrationState orNotNeeded(boolean done, boolean notNeeded) {
    return !done && notNeeded ? MigrationState.NOT_NEEDED : done(done);
  }

  private static MigrationState answered(Answer answer) {
    return switch (answer) {
      case YES -> MigrationState.DONE;
      case NO -> MigrationState.BLOCKED;
      case UNKNOWN -> MigrationState.OPEN;
    };
  }

  private boolean isAssigned() {
    return world.abm.devices.values().stream().anyMatch(device -> device.host.equals(host.id));
  }

  private Optional<Boolean> reportedLock() {
    return host.mdm.isOn()
        ? host.inventory
            .deviceInformation()
            .flatMap(said -> new DeviceInformation(said).activationLockEnabled())
        : Optional.empty();
  }

  private MigrationState key() {
    return encryption().map(this::key).orElse(MigrationState.OPEN);
  }

  private Optional<EncryptionReport> encryption() {
    return world.encryption.row(host).filter(row -> host.mdm.isOn()).flatMap(row -> row.report);
  }

  Reported reported() {
    return new Reported(
        isGone(),
        reportedLock().isPresent(),
        encryption().filter(MigrationFacts::isUnencrypted).isPresent());
  }

  private boolean isGone() {
    return world.abm.devices.values().stream()
        .filter(device -> device.host.equals(host.id))
        .anyMatch(world.abm::isMissing);
  }

  private static boolean isUnencrypted(EncryptionReport report) {
    return report.encrypted().filter(encrypted -> !encrypted).isPresent();
  }

  private MigrationState key(EncryptionReport report) {
    if (isUnencrypted(report)) {
      return world.encryption.enabled.contains(host.team)
          ? MigrationState.OPEN
          : MigrationState.NOT_NEEDED;
    }
    if (report.key() == EncryptionReport.Key.OPENS) {
      return MigrationState.DONE;
    }
    return report.encrypted().isPresent() ? MigrationState.BLOCKED : MigrationState.OPEN;
  }
}
