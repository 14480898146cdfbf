package io.pomona.commands;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.RecordingPusher;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The slice over stores in memory, with a listener for {@code profiles}. */
public final class CommandSweepsFixture {
  public final InMemoryStoreSet stores = new InMemoryStoreSet();
  public final RecordingPusher pusher = new RecordingPusher();
  public final List<CommandOutcome> told = new CopyOnWriteArrayList<>();
  public final CommandSweeps sweeps =
      new CommandSweeps(
          stores.commandQueue(),
          stores.commandHistory(),
          stores.commandTimeline(),
          stores.wakes(),
          stores.outbox(),
          pusher,
          new PushDispatchTest.OnePushCertificate(),
          new Config());

  private record Config(
      int deadline_days, int max_pushes_under_way, int verdict_threads, int timeline_days)
      implements CommandConfig {
    Config() {
      this(7, 100, 2, 90);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return CommandConfig.class;
    }
  }

  public CommandSweepsFixture() {
    sweeps.bind(
        new CommandOutcomeListener() {
          @Override
          public String owner() {
            return "profiles";
          }

          @Override
          public void ended(CommandOutcome outcome) {
            told.add(outcome);
          }
        });
  }

  public void stop() {
    sweeps.deactivate();
  }
}
