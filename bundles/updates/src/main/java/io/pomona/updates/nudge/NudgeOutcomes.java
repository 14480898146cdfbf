package io.pomona.updates.nudge;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstall.Status;
import io.pomona.api.updates.NudgeInstallStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes note of what Macs did when they were told to install Nudge. */
@Component(service = {NudgeOutcomes.class, CommandOutcomeListener.class})
public final class NudgeOutcomes implements CommandOutcomeListener {
  private static final Duration FIRST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int DOUBLINGS = 5;
  private static final int ATTEMPTS = 20;
  private static final String TO_FETCH =
      "The Mac has taken the command for Nudge and has not yet fetched all of it.";
  private static final String FETCHED = "The Mac has fetched Nudge.";

  private final NudgeInstallStore installs;
  private final Clock clock;

  @Activate
  public NudgeOutcomes(@Reference NudgeInstallStore installs) {
    this(installs, Clock.systemUTC());
  }

  NudgeOutcomes(NudgeInstallStore installs, Clock clock) {
    this.installs = installs;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return NudgeInstaller.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    change(command.host(), install -> isOf(install, command) ? after(install, command) : install);
  }

  private static boolean isOf(NudgeInstall install, CommandRecord command) {
    return install.command().equals(command.uuid()) && install.status() == Status.QUEUED;
  }

  /** A Mac acknowledges a package before it has fetched it. */
  private NudgeInstall after(NudgeInstall install, CommandRecord command) {
    Instant now = clock.instant();
    if (command.state() != CommandState.ACKNOWLEDGED) {
      return install.at(
          Status.FAILED,
          "Nudge could not be installed, and is tried again: " + reason(command),
          Optional.of(now.plus(pause(install.attempts()))));
    }
    return install.download().complete()
        ? install.at(Status.FETCHED, FETCHED, Optional.empty())
        : install.at(Status.ACKNOWLEDGED, TO_FETCH, Optional.of(now.plus(LONGEST)));
  }

  private static String reason(CommandRecord command) {
    return command.detail().isEmpty()
        ? "the command is " + command.state().label() + "."
        : command.detail();
  }

  static Duration pause(int attempts) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** The Mac of this token has been given the bytes from the first one to before the end. */
  void fetched(HostId host, String tokenSha256, long first, long end) {
    change(
        host,
        install ->
            install.download().tokenSha256().equals(tokenSha256)
                ? fetched(install.with(install.download().with(first, end)))
                : install);
  }

  private static NudgeInstall fetched(NudgeInstall install) {
    return install.download().complete() && install.status() == Status.ACKNOWLEDGED
        ? install.at(Status.FETCHED, FETCHED, Optional.empty())
        : install;
  }

  /** Others may change it meanwhile: then it is looked at anew. */
  private void change(HostId host, UnaryOperator<NudgeInstall> step) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<NudgeInstall> before = Optional.ofNullable(installs.of(List.of(host)).get(host));
      Optional<NudgeInstall> after = before.map(step);
      if (after.equals(before) || installs.save(after.get())) {
        return;
      }
    }
    throw new IllegalStateException("Nudge on host " + host.value() + " changes all the time");
  }
}
