package io.pomona.store;

import io.pomona.api.commands.CommandOrder;
import io.pomona.api.commands.CommandUuid;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Instant;
import java.util.List;

/** Writes until it is killed and prints what was acknowledged to it. */
public final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) {
    AssembledStores stores =
        new AssembledStores(PostgresServer.pool(args[0]), new FakeSecretVault());
    ChannelId mac = Fixtures.enrolledMac(stores, 1, Instant.now()).channel();
    while (true) {
      Instant now = Instant.now();
      CommandOrder order = Fixtures.order("SecurityInfo", "profiles", now, mac);
      CommandUuid uuid = order.command().uuid();
      stores.commandQueue().enqueue(List.of(order), List.of(), now);
      System.out.println("queued " + uuid.value());
      stores.commandQueue().exchange(Reports.idle(mac), now);
      stores.commandQueue().exchange(Reports.acknowledged(mac, uuid), now);
      System.out.println("answered " + uuid.value());
    }
  }
}
