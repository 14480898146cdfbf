package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.mac.command.Inventories;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.mac.declarative.DeclarativeEngine;
import io.pomona.simulator.mac.disk.DiskRules;
import io.pomona.simulator.mac.update.UpdateCommands;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/** Carries commands out on the state of one Mac. */
final class CommandExecution {

  private final MacState state;
  private final MacSetup setup;
  private final Subject subject;
  private final Disk disk;
  private final LockCommands locks;
  private final SetupCommands setupCommands;
  private final DeclarativeEngine declarative;
  private final UpdateCommands updates;
  private final Inventories inventories = new Inventories();

  CommandExecution(
      MacState state, MacSetup setup, Subject subject, Disk disk, DeclarativeEngine declarative) {
    this.state = state;
    this.setup = setup;
    this.subject = subject;
    this.disk = disk;
    this.declarative = declarative;
    this.updates = new UpdateCommands(state.updates(), subject, setup.clock());
    this.locks = new LockCommands(state, setup);
    this.setupCommands = new SetupCommands(state, disk);
  }

  Carried carryOut(Command command) {
    return switch (command.requestType()) {
      case "InstallProfile" -> Carried.of(install(command));
      case "RemoveProfile" -> remove(command);
      case "DeviceConfigured" -> Carried.of(setupCommands.deviceConfigured());
      case "AccountConfiguration" -> Carried.of(setupCommands.accountConfiguration(command));
      case "InstallEnterpriseApplication" -> Carried.of(installApplication(command));
      case "RotateFileVaultKey" -> Carried.of(disk.rotate(command));
      case "EraseDevice" -> erasure().carryOut(command);
      case "DeviceLock" -> locks.deviceLock(command);
      case "SetRecoveryLock" -> Carried.of(locks.setRecoveryLock(command));
      case "VerifyRecoveryLock" -> Carried.of(locks.verifyRecoveryLock(command));
      case "ActivationLockBypassCode" -> Carried.of(locks.bypassCode());
      case "ClearActivationLockBypassCode" -> Carried.of(locks.clearBypassCode());
      case "DeclarativeManagement" -> Carried.of(declarative.answer(command));
      case "ScheduleOSUpdateScan" -> Carried.of(updates.scan());
      case "AvailableOSUpdates" -> Carried.of(updates.available());
      case "ScheduleOSUpdate" -> Carried.of(updates.schedule(command, enforced()));
      case "OSUpdateStatus" -> Carried.of(updates.status(enforced()));
      default ->
          Carried.of(
              inventories
                  .of(command.requestType())
                  .map(inventory -> inventory.answer(command, subject))
                  .orElseGet(() -> Answer.unknown(command.requestType())));
    };
  }

  private boolean enforced() {
    return declarative.enforcement().isPresent();
  }

  private Erasure erasure() {
    return new Erasure(state.hardware(), subject.has(Fault.ERASE_PREFLIGHT_FAILS));
  }

  private Answer installApplication(Command command) {
    List<X509CertificateHolder> roots = state.enrollment().orElseThrow().profile().roots();
    try {
      state.install(
          new EnterpriseApplication(setup.wires().trusting(roots)).fetch(command.arguments()));
      return Answer.acknowledged();
    } catch (IOException e) {
      return Answer.error(
          new ErrorItem(12023, "MCMDMErrorDomain", "Not installed: " + e.getMessage()));
    }
  }

  private Answer install(Command command) {
    byte[] payload = command.arguments().data("Payload").orElse(new byte[0]);
    if (payload.length == 0) {
      return Answer.formatError(
          ErrorItem.mdmClient(97, "No 'Payload' in 'InstallProfile' command"));
    }
    try {
      ConfigurationProfile profile = ConfigurationProfile.parse(payload);
      if (EnrollmentProfile.isEnrollment(profile)) {
        renew(EnrollmentProfile.of(profile));
      } else {
        refuseOverEnrollment(profile);
        DiskRules.check(profile, state.profiles(), state.hardware());
        state.install(profile);
        disk.encryption().profileInstalled();
      }
      return Answer.acknowledged();
    } catch (ProfileRefusedException e) {
      return Answer.error(e.error());
    } catch (IOException e) {
      return Answer.error(
          new ErrorItem(22013, "MCSCEPErrorDomain", "The renewal failed: " + e.getMessage()));
    }
  }

  /** A fresh key, then Authenticate and TokenUpdate under the new certificate. */
  private void renew(EnrollmentProfile next) throws IOException, ProfileRefusedException {
    Enrollment current = state.enrollment().orElseThrow();
    current.profile().checkReplacement(next);
    boolean awaiting = state.supervision().awaiting();
    state.enroll(new Enroller(state.hardware(), setup).enroll(next, awaiting));
  }

  private void refuseOverEnrollment(ConfigurationProfile profile) throws ProfileRefusedException {
    if (profile.identifier().equals(enrollmentIdentifier())) {
      throw new ProfileRefusedException(
          new ErrorItem(
              4001, "MCInstallationErrorDomain", "The MDM payload cannot be taken out like this"));
    }
  }

  private Carried remove(Command command) {
    String identifier = command.arguments().text("Identifier").orElse("");
    if (identifier.isEmpty()) {
      return Carried.of(
          Answer.error(ErrorItem.mdmClient(97, "No 'Identifier' in 'RemoveProfile' command")));
    }
    if (identifier.equals(enrollmentIdentifier())) {
      return new Carried(Answer.acknowledged(), Carried.Aftermath.LEAVE);
    }
    return Carried.of(
        state.remove(identifier)
            ? Answer.acknowledged()
            : Answer.error(
                ErrorItem.mdmClient(
                    89, "Profile with identifier '" + identifier + "' not found.")));
  }

  private String enrollmentIdentifier() {
    return state.enrollment().orElseThrow().profile().profile().identifier();
  }
}
