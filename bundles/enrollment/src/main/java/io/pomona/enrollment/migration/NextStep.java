package io.pomona.enrollment.migration;

import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationMarks.Way;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.escrow.HostEncryption;

/** What is to be done next with a Mac, in a sentence: what stands in the way first. */
public final class NextStep {
  private final Migration mac;

  private NextStep(Migration mac) {
    this.mac = mac;
  }

  public static String of(Migration mac) {
    NextStep next = new NextStep(mac);
    if (is(mac, MigrationStep.ENROLLED, MigrationState.DONE)) {
      return next.afterwards();
    }
    String hindrance = next.hindrance();
    return hindrance.isEmpty() ? next.before() : hindrance;
  }

  private static boolean is(Migration mac, MigrationStep step, MigrationState state) {
    return mac.state(step) == state;
  }

  private boolean isOpen(MigrationStep step) {
    return is(mac, step, MigrationState.OPEN);
  }

  private String hindrance() {
    if (is(mac, MigrationStep.USER_ADMIN, MigrationState.BLOCKED)) {
      return "Its user is no administrator and cannot turn MDM on: make the account an administrator"
          + " first, or have an administrator of the Mac do it.";
    }
    if (is(mac, MigrationStep.ACTIVATION_LOCK_OFF, MigrationState.BLOCKED)) {
      return "Have its user turn Activation Lock off first: System Settings, Apple Account, iCloud,"
          + " Find My Mac.";
    }
    if (mac.reported().gone() && is(mac, MigrationStep.ASSIGNED, MigrationState.DONE)) {
      return "Apple does not show it any more: look in Apple Business Manager whether it is still"
          + " there and assigned to this server.";
    }
    if (isOpen(MigrationStep.ASSIGNED)) {
      return mac.marks().way() == Way.AUTOMATIC
          ? "Assign it to this server in Apple Business Manager."
          : "Assign it to this server in Apple Business Manager, or mark it as one that enrolls by"
              + " hand.";
    }
    if (isOpen(MigrationStep.USER_ADMIN)) {
      return "Find out whether its user is an administrator of it, and mark it.";
    }
    return isOpen(MigrationStep.ACTIVATION_LOCK_OFF)
        ? "Find out whether Activation Lock is off, and mark it."
        : "";
  }

  private String before() {
    if (isOpen(MigrationStep.USER_TOLD)) {
      return "Tell its user what to do and when.";
    }
    if (isOpen(MigrationStep.LEFT_OLD_MDM)) {
      String from = mac.marks().oldMdm().isEmpty() ? "the old MDM" : mac.marks().oldMdm();
      return "Turn MDM off for it in " + from + ", and mark that.";
    }
    return is(mac, MigrationStep.ASSIGNED, MigrationState.DONE)
        ? "Its user turns MDM on: sudo profiles renew -type enrollment, and says yes to the"
            + " notification."
        : "Its user turns MDM on: installs the enrollment profile, by hand.";
  }

  private String afterwards() {
    return switch (mac.state(MigrationStep.KEY_ESCROWED)) {
      case OPEN ->
          mac.reported().unencrypted()
              ? "It is enrolled, and its disk is to be encrypted: have its user log out, and turn"
                  + " FileVault on at the next login."
              : "It is enrolled. It has not said yet how its disk is.";
      case BLOCKED ->
          "Its disk is encrypted and no recovery key that opens it is here. Turn disk encryption on"
              + " for its team; then an administrator of the Mac types "
              + HostEncryption.NEW_KEY
              + " in Terminal.";
      case DONE, NOT_NEEDED ->
          is(mac, MigrationStep.ACTIVATION_LOCK_OFF, MigrationState.BLOCKED)
              ? "Done, but Activation Lock is on: have its user turn it off before it is erased or"
                  + " handed on."
              : "Done. Nothing is left to do.";
    };
  }
}
