package io.pomona.simulator.mac.command;

/** Answers a command that only reads the Mac. */
@FunctionalInterface
public interface Inventory {

  Answer answer(Command command, Subject mac);
}
