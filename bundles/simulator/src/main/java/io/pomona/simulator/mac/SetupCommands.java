package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;

/** What a server says to a Mac that waits in Setup Assistant. */
final class SetupCommands {

  private final MacState state;
  private final Disk disk;

  SetupCommands(MacState state, Disk disk) {
    this.state = state;
    this.disk = disk;
  }

  /** Leaves Setup Assistant; nothing happens to a Mac that is not in it. */
  Answer deviceConfigured() {
    if (state.supervision().awaiting()) {
      disk.encryption().setupEnded(state.account());
    }
    state.supervision(state.supervision().configured());
    return Answer.acknowledged();
  }

  /** What the first user is to be; too late once there is one. */
  Answer accountConfiguration(Command command) {
    if (!state.supervision().awaiting()) {
      return Answer.error(
          new ErrorItem(
              12077, "MCMDMErrorDomain", "Accounts are configured in Setup Assistant only"));
    }
    state.account(command.arguments());
    return Answer.acknowledged();
  }
}
