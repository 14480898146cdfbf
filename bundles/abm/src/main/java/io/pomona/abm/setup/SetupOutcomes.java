package io.pomona.abm.setup;

import io.pomona.api.abm.MacSetup;
import io.pomona.api.abm.MacSetupStore;
import io.pomona.api.abm.MacSetupStore.Effects;
import io.pomona.api.abm.SetupDownload;
import io.pomona.api.abm.SetupStage;
import io.pomona.api.abm.SetupStep;
import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.HostId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes note of what Macs did of what they were sent at their set-up. */
@Component(service = {SetupOutcomes.class, CommandOutcomeListener.class})
public final class SetupOutcomes implements CommandOutcomeListener {
  static final String TO_FETCH = "The Mac has taken the command and has not yet fetched all of it.";
  private static final int ATTEMPTS = 20;

  private final MacSetupStore setups;
  private final SetupProgress progress;
  private final Clock clock;

  @Activate
  public SetupOutcomes(@Reference MacSetupStore setups, @Reference SetupProgress progress) {
    this(setups, progress, Clock.systemUTC());
  }

  SetupOutcomes(MacSetupStore setups, SetupProgress progress, Clock clock) {
    this.setups = setups;
    this.progress = progress;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return SetupCommands.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    CommandRecord command = outcome.command();
    change(command.host(), setup -> after(setup, command));
    progress.look(command.host());
  }

  /** The Mac of this token has been given the bytes from the first one to before the end. */
  public void fetched(HostId host, String tokenSha256, long first, long end) {
    change(host, setup -> fetched(setup, tokenSha256, first, end));
    progress.look(host);
  }

  private static MacSetup fetched(MacSetup setup, String tokenSha256, long first, long end) {
    Optional<SetupDownload> part =
        setup.download().filter(download -> download.tokenSha256().equals(tokenSha256));
    if (part.isEmpty()) {
      return setup;
    }
    SetupDownload more = part.get().with(first, end);
    MacSetup complete = setup.withDownload(more);
    // It was waited for nothing else once the Mac had taken the command.
    return more.complete()
            && setup.bootstrap().isPending()
            && setup.bootstrap().detail().equals(TO_FETCH)
        ? complete.withBootstrap(setup.bootstrap().done())
        : complete;
  }

  /** Others may change it meanwhile: then it is looked at anew. */
  private void change(HostId host, UnaryOperator<MacSetup> step) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<MacSetup> before = setups.find(host);
      Optional<MacSetup> after = before.map(step);
      if (after.equals(before) || setups.save(after.get(), Effects.none(), clock.instant())) {
        return;
      }
    }
    throw new IllegalStateException("the set-up of host " + host.value() + " changes all the time");
  }

  private MacSetup after(MacSetup setup, CommandRecord command) {
    if (is(setup.account().command(), command) && setup.account().isPending()) {
      return setup.withAccount(ended(setup.account(), command));
    }
    if (is(setup.bootstrap().command(), command) && setup.bootstrap().isPending()) {
      return setup.withBootstrap(bootstrap(setup, command));
    }
    return is(setup.release().command(), command) && setup.stage() == SetupStage.RELEASING
        ? released(setup, command)
        : setup;
  }

  private static boolean is(Optional<CommandUuid> expected, CommandRecord command) {
    return expected.filter(command.uuid()::equals).isPresent();
  }

  private static SetupStep ended(SetupStep step, CommandRecord command) {
    return command.state() == CommandState.ACKNOWLEDGED
        ? step.done()
        : step.failed(reason(command));
  }

  /** A Mac acknowledges a package before it has fetched it. */
  private static SetupStep bootstrap(MacSetup setup, CommandRecord command) {
    boolean fetched = setup.download().map(SetupDownload::complete).orElse(true);
    return command.state() == CommandState.ACKNOWLEDGED && !fetched
        ? setup.bootstrap().waiting(TO_FETCH)
        : ended(setup.bootstrap(), command);
  }

  private MacSetup released(MacSetup setup, CommandRecord command) {
    return command.state() == CommandState.ACKNOWLEDGED
        ? setup.at(SetupStage.ENDED)
        : Releases.failed(setup, clock.instant());
  }

  private static String reason(CommandRecord command) {
    return command.detail().isEmpty() ? "Command " + command.state().label() : command.detail();
  }
}
