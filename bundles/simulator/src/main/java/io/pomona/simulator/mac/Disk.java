package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.mac.disk.Encryption;
import io.pomona.simulator.mac.disk.FileVault;
import io.pomona.simulator.mac.disk.KeyRotation;

/** FileVault between the Mac's profiles, its user and the server's commands. */
final class Disk {

  private final MacState state;
  private final MacSetup setup;
  private final Faults faults;

  Disk(MacState state, MacSetup setup, Faults faults) {
    this.state = state;
    this.setup = setup;
    this.faults = faults;
  }

  Encryption encryption() {
    return new Encryption(state.fileVault(), state.profiles(), state.hardware());
  }

  Answer rotate(Command command) {
    return new KeyRotation(state.fileVault(), state.profiles(), state.hardware(), faults)
        .answer(command);
  }

  void changeRecovery() {
    FileVault disk = state.fileVault();
    if (!disk.encrypted()) {
      throw new IllegalStateException("FileVault is off: there is no recovery key to change");
    }
    disk.renew(state.profiles(), state.hardware());
  }

  void encryptElsewhere(boolean escrowed) {
    if (!escrowed) {
      state.fileVault().encryptElsewhere();
      return;
    }
    Authority other =
        Authority.create("CN=Escrow of another MDM", setup.keys().next(), setup.clock());
    state.fileVault().encryptElsewhere(other.identity().certificate(), state.hardware());
  }
}
