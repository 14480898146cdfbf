package io.pomona.testkit.contract;

import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.command.RawCommand;
import io.pomona.testkit.DisorderlyMac;
import io.pomona.testkit.SettableClock;
import java.util.Optional;
import org.junit.Test;

/** Every {@code CommandQueueStore} bears answers that come twice, late and in another order. */
public class CommandDisorderContract extends StoreContract {
  private static final int SEEDS = 30;

  private final SettableClock clock = new SettableClock();

  private Optional<CommandUuid> exchange(CommandReportEntry report) {
    return stores
        .commandQueue()
        .exchange(report, clock.instant())
        .map(body -> new CommandUuid(RawCommand.parse(body).uuid().orElseThrow()));
  }

  @Test
  public void everySeedEndsAsIfInOrder() {
    for (int seed = 0; seed < SEEDS; seed++) {
      new DisorderlyMac(stores, mac(seed + 1).channel(), clock, this::exchange, seed).play();
    }
  }
}
