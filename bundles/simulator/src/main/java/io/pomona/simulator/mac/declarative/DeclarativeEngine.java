package io.pomona.simulator.mac.declarative;

import io.pomona.simulator.mac.ErrorItem;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import io.pomona.simulator.mac.command.Subject;
import io.pomona.simulator.wire.Reply;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;

/** Declarative management of macOS 13 and later: turned on by a command, then on its own. */
public final class DeclarativeEngine {

  private static final int FIRST = 13;
  private static final int FIRST_WITH_FULL_REPORTS = 14;

  private final Declarations declarations;
  private final Subject mac;

  public DeclarativeEngine(Declarations declarations, Subject mac) {
    this.declarations = declarations;
    this.mac = mac;
  }

  /** The DeclarativeManagement command, with or without tokens. */
  public Answer answer(Command command) {
    if (mac.hardware().majorVersion() < FIRST) {
      return Answer.unknown(command.requestType());
    }
    try {
      Optional<byte[]> data = command.arguments().data("Data");
      declarations.announce(data.isPresent() ? Manifest.token(data.get()) : "");
      return Answer.acknowledged();
    } catch (MalformedDeclarationException e) {
      return Answer.formatError(ErrorItem.mdmClient(97, e.getMessage()));
    }
  }

  /** Fetches what is due, and tells what has changed. */
  public void run(Messenger messenger) throws IOException {
    if (!declarations.enabled()) {
      return;
    }
    if (declarations.due()) {
      report(messenger, false);
      new Synchronization(declarations, messenger).run();
    }
    report(messenger, false);
  }

  /** The daily report of everything; before macOS 14 there is none, and this tells what changed. */
  public void reportFully(Messenger messenger) throws IOException {
    if (declarations.enabled()) {
      report(messenger, mac.hardware().majorVersion() >= FIRST_WITH_FULL_REPORTS);
    }
  }

  /** Of several the first that is to be met. */
  public Optional<Enforcement> enforcement() {
    return evaluation().active(SupportedTypes.ENFORCEMENT).stream()
        .map(Enforcement::of)
        .filter(enforcement -> mac.hardware().olderThan(enforcement.version()))
        .min(Comparator.comparing(Enforcement::deadline));
  }

  private Evaluation evaluation() {
    return new Evaluation(declarations.held(), mac);
  }

  private void report(Messenger messenger, boolean full) throws IOException {
    StatusReport report = new StatusReport(declarations.reported(), evaluation(), mac, full);
    if (report.saysNothing()) {
      return;
    }
    Reply reply = messenger.send("status", report.body());
    if (!reply.ok()) {
      throw new IOException("The status report was answered with " + reply.status());
    }
    declarations.reported(report.now());
  }
}
