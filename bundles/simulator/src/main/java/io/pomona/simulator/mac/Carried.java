package io.pomona.simulator.mac;

import io.pomona.simulator.mac.command.Answer;

/** A command carried out: what to answer, and what happens to the Mac once that was said. */
record Carried(Answer answer, Aftermath aftermath) {

  enum Aftermath {
    NONE,
    /** The enrollment profile goes: CheckOut where the profile asks for it. */
    LEAVE,
    /** Falls silent once it has said so. */
    LOCKED,
    /** Erased: gone without a word. */
    ERASED
  }

  static Carried of(Answer answer) {
    return new Carried(answer, Aftermath.NONE);
  }
}
