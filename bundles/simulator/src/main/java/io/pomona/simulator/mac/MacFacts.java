package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.disk.Encryption;
import io.pomona.simulator.mac.update.Progress;
import io.pomona.simulator.wire.Plist;
import java.util.List;
import java.util.Optional;

/** What can be seen of a Mac at any time, without waiting for what it is at. */
public abstract class MacFacts {

  final MacState state;
  final Faults faults = new Faults();

  MacFacts(MacState state) {
    this.state = state;
  }

  /** What goes wrong with it from now on, and what no longer does. */
  public Faults faults() {
    return faults;
  }

  /** Shows its lock screen and answers no push. */
  public boolean locked() {
    return state.locks().locked();
  }

  /** What recoveryOS asks for, as SetRecoveryLock said. */
  public Optional<String> recoveryLockPassword() {
    return state.locks().recoveryPassword();
  }

  /** What really opens the disk now. */
  public Optional<String> recoveryKey() {
    return state.fileVault().recoveryKey();
  }

  public boolean diskEncrypted() {
    return state.fileVault().encrypted();
  }

  /** A profile wants the disk encrypted; the Mac waits for its user to log out. */
  public boolean encryptionDeferred() {
    return new Encryption(state.fileVault(), state.profiles(), state.hardware()).deferred();
  }

  /** The software update that it is at. */
  public Progress update() {
    return state.updates().progress();
  }

  public MacHardware hardware() {
    return state.hardware();
  }

  public Supervision supervision() {
    return state.supervision();
  }

  /** In Setup Assistant until the server says DeviceConfigured. */
  public boolean awaitingConfiguration() {
    return state.supervision().awaiting();
  }

  /** The arguments of the AccountConfiguration that it was sent. */
  public Optional<Plist> account() {
    return state.account();
  }

  /** Those that came over MDM. */
  public List<MacApplication> applications() {
    return state.applications();
  }

  public boolean enrolled() {
    return state.enrollment().isPresent();
  }

  public Optional<Identity> identity() {
    return state.enrollment().map(Enrollment::identity);
  }

  public Optional<PushAddress> push(Channel channel) {
    return state.enrollment().flatMap(enrollment -> enrollment.address(channel));
  }

  public Optional<MdmPayload> mdm() {
    return state.enrollment().map(Enrollment::mdm);
  }

  /** The enrollment profile is among them. */
  public List<ConfigurationProfile> profiles() {
    return state.profiles();
  }

  public boolean has(String profileIdentifier) {
    return state.profiles().stream()
        .anyMatch(profile -> profile.identifier().equals(profileIdentifier));
  }
}
