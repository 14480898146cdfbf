package io.pomona.simulator.mac;

import java.time.Duration;

/** What a Mac does with a command instead of just carrying it out. */
public sealed interface Behaviour {

  /** Carries it out and answers. */
  record Obey() implements Behaviour {}

  /** Says NotNow this many times, then obeys. */
  record NotNow(int times) implements Behaviour {}

  /** Does not carry it out and reports this. */
  record Refuse(ErrorItem error) implements Behaviour {}

  /** Reports CommandFormatError. */
  record FormatError() implements Behaviour {}

  /** Carries it out and sends the answer this many times more. */
  record Duplicate(int copies) implements Behaviour {}

  /** Takes it and falls silent: neither carried out nor answered; the next poll says Idle. */
  record Silence() implements Behaviour {}

  /** Carries it out and answers that much later, in a conversation of its own. */
  record Delay(Duration by) implements Behaviour {}

  /** Carries it out and answers with bytes that are no property list. */
  record Undecodable() implements Behaviour {}

  /** Carries it out and acknowledges a command nobody sent. */
  record WrongUuid() implements Behaviour {}
}
