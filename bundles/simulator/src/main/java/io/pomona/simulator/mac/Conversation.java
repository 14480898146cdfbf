package io.pomona.simulator.mac;

import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.wire.MalformedPlistException;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The connect loop of one channel: from Idle or a kept answer to the empty answer. */
final class Conversation {

  /** A server that never ends is a fault to be seen, not to be served. */
  private static final int MOST_COMMANDS = 10_000;

  /** A Mac in NotNow comes back when its condition changes; here after this long. */
  private static final Duration NOT_NOW_PAUSE = Duration.ofSeconds(2);

  private static final byte[] BROKEN =
      "<plist><dict><key>Status".getBytes(StandardCharsets.US_ASCII);

  private record Outgoing(byte[] body, String status, MdmLink link) {}

  private final MacState state;
  private final Channel channel;
  private final MacSetup setup;
  private final CommandExecution execution;
  private final Supplier<MdmLink> links;
  private final Runnable save;
  private final Wording wording;
  private int commands;

  Conversation(
      MacState state,
      Channel channel,
      MacSetup setup,
      CommandExecution execution,
      Supplier<MdmLink> links,
      Runnable save) {
    this.state = state;
    this.channel = channel;
    this.setup = setup;
    this.execution = execution;
    this.links = links;
    this.save = save;
    this.wording = new Wording(state.hardware(), channel);
  }

  PollOutcome run() throws IOException {
    Instant now = setup.clock().instant();
    Optional<UnsentAnswer> unsent = state.unsent(channel);
    if (unsent.isPresent() && unsent.get().notBefore().isAfter(now)) {
      return PollOutcome.of(0, Ending.LATER).again(Duration.between(now, unsent.get().notBefore()));
    }
    Outgoing next =
        unsent
            .map(answer -> outgoing(answer.body(), answer.status()))
            .orElseGet(() -> outgoing(wording.idle(), Wording.IDLE));
    while (true) {
      Reply reply = next.link().connect(next.body());
      if (!reply.ok()) {
        return refused(reply);
      }
      forgetSent();
      if (reply.body().length == 0 || commands >= MOST_COMMANDS) {
        return ended(next);
      }
      Step step = take(reply);
      if (step.outcome().isPresent()) {
        return step.outcome().get();
      }
      next = step.next().orElseThrow();
    }
  }

  /** Either the next message or the end. */
  private static final class Step {
    private final Outgoing next;
    private final PollOutcome outcome;

    Step(Outgoing next, PollOutcome outcome) {
      this.next = next;
      this.outcome = outcome;
    }

    Optional<Outgoing> next() {
      return Optional.ofNullable(next);
    }

    Optional<PollOutcome> outcome() {
      return Optional.ofNullable(outcome);
    }
  }

  private Step take(Reply reply) throws IOException {
    Command command;
    try {
      command = Command.read(reply.body());
    } catch (MalformedPlistException e) {
      return new Step(null, PollOutcome.of(commands, Ending.REFUSED, e.getMessage()));
    }
    commands++;
    Behaviour behaviour = setup.behaviour().next(command.requestType(), command.uuid());
    if (behaviour instanceof Behaviour.Silence) {
      return new Step(null, PollOutcome.of(commands, Ending.SILENT));
    } else if (behaviour instanceof Behaviour.NotNow) {
      return say(command, Answer.notNow());
    } else if (behaviour instanceof Behaviour.Refuse refuse) {
      return say(command, Answer.error(refuse.error()));
    } else if (behaviour instanceof Behaviour.FormatError) {
      return say(command, Answer.formatError());
    }
    return obey(command, behaviour);
  }

  private Step say(Command command, Answer answer) {
    return new Step(outgoing(wording.answer(command, answer), answer.status()), null);
  }

  private Step obey(Command command, Behaviour behaviour) throws IOException {
    MdmLink before = links.get();
    Carried carried = execution.carryOut(command);
    byte[] body = wording.answer(command, carried.answer());
    if (carried.aftermath() == Carried.Aftermath.LOCKED) {
      return new Step(null, lock(before, body, carried.answer()));
    } else if (carried.aftermath() != Carried.Aftermath.NONE) {
      return new Step(null, leave(before, body, carried.aftermath()));
    }
    MdmLink link = setup.options().acknowledgeRenewalByOld() ? before : links.get();
    return report(command, carried.answer(), behaviour, new Outgoing(body, "", link));
  }

  /** Says so and falls silent; what could not be said is said once it is unlocked. */
  private PollOutcome lock(MdmLink link, byte[] body, Answer answer) throws IOException {
    state.keep(channel, new UnsentAnswer(body, answer.status(), setup.clock().instant()));
    save.run();
    if (link.connect(body).ok()) {
      forgetSent();
    }
    return PollOutcome.of(commands, Ending.LOCKED);
  }

  private Step report(Command command, Answer answer, Behaviour behaviour, Outgoing plain)
      throws IOException {
    byte[] body = plain.body();
    if (behaviour instanceof Behaviour.Undecodable) {
      save.run();
      return new Step(new Outgoing(BROKEN.clone(), answer.status(), plain.link()), null);
    } else if (behaviour instanceof Behaviour.WrongUuid) {
      String wrong = UUID.nameUUIDFromBytes(body).toString();
      body = wording.answer(wrong, command.requestType(), answer);
    }
    Duration wait = behaviour instanceof Behaviour.Delay delay ? delay.by() : Duration.ZERO;
    Instant notBefore = setup.clock().instant().plus(wait);
    state.keep(channel, new UnsentAnswer(body, answer.status(), notBefore));
    save.run();
    if (!wait.isZero()) {
      return new Step(null, PollOutcome.of(commands, Ending.LATER).again(wait));
    }
    if (behaviour instanceof Behaviour.Duplicate duplicate) {
      for (int i = 0; i < duplicate.copies(); i++) {
        plain.link().connect(body);
      }
    }
    return new Step(new Outgoing(body, answer.status(), plain.link()), null);
  }

  private Outgoing outgoing(byte[] body, String status) {
    return new Outgoing(body, status, links.get());
  }

  private void forgetSent() {
    if (state.unsent(channel).isPresent()) {
      state.sent(channel);
      save.run();
    }
  }

  private PollOutcome ended(Outgoing last) {
    return Answer.NOT_NOW.equals(last.status())
        ? PollOutcome.of(commands, Ending.NOT_NOW).again(NOT_NOW_PAUSE)
        : PollOutcome.of(commands, Ending.EMPTY);
  }

  private PollOutcome refused(Reply reply) {
    String detail = reply.status() + " " + reply.text();
    if (reply.status() == 401) {
      state.leave();
      save.run();
      return PollOutcome.of(commands, Ending.LEFT, detail);
    }
    return PollOutcome.of(commands, Ending.REFUSED, detail);
  }

  /** Gone whether or not the server hears of it. */
  private PollOutcome leave(MdmLink link, byte[] lastAnswer, Carried.Aftermath aftermath) {
    MdmPayload mdm = state.enrollment().orElseThrow().mdm();
    try {
      link.connect(lastAnswer);
      if (aftermath == Carried.Aftermath.LEAVE && mdm.checkOutWhenRemoved()) {
        link.checkIn(new CheckIn(state.hardware()).checkOut(mdm.topic()));
      }
    } catch (IOException e) {
      // one best-effort attempt, as Apple says
    }
    if (aftermath == Carried.Aftermath.ERASED) {
      state.wipe();
    } else {
      state.leave();
    }
    save.run();
    return PollOutcome.of(commands, Ending.LEFT);
  }
}
