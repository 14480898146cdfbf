package io.pomona.enrollment.migration;

import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationMarks.Way;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;

/** Who says that a step is as far as it is: the Mac and Apple give facts, people set marks. */
public enum StepSource {
  NOBODY,
  MARK,
  MAC,
  APPLE;

  public static StepSource of(Migration mac, MigrationStep step) {
    boolean on = mac.host().mdm().isOn();
    StepSource known =
        switch (step) {
          case LEFT_OLD_MDM, ENROLLED -> on ? MAC : MARK;
          case ASSIGNED -> assigned(mac);
          case USER_TOLD, USER_ADMIN -> isNotNeeded(mac, step) ? MAC : MARK;
          case ACTIVATION_LOCK_OFF -> mac.reported().lock() ? MAC : MARK;
          case KEY_ESCROWED -> MAC;
        };
    boolean open = mac.state(step) == MigrationState.OPEN;
    boolean toEncrypt = step == MigrationStep.KEY_ESCROWED && mac.reported().unencrypted();
    return open && !toEncrypt ? NOBODY : known;
  }

  private static StepSource assigned(Migration mac) {
    if (!isNotNeeded(mac, MigrationStep.ASSIGNED)) {
      return APPLE;
    }
    return mac.marks().way() == Way.MANUAL ? MARK : MAC;
  }

  private static boolean isNotNeeded(Migration mac, MigrationStep step) {
    return mac.state(step) == MigrationState.NOT_NEEDED;
  }
}
