package io.pomona.store.peers;

import io.pomona.store.sql.Sql;
import java.util.Collection;

/** H2: this process is the only one. */
public final class NoPeers implements Peers {
  private final Memory memory;

  public NoPeers(Memory memory) {
    this.memory = memory;
  }

  @Override
  public void tellQueued(Sql sql, Collection<String> channels) {
    sql.afterwards(() -> memory.queued(channels));
  }

  @Override
  public void tellRebound(Sql sql, String device) {
    sql.afterwards(() -> memory.rebound(device));
  }

  @Override
  public void tellWebhooks(Sql sql) {
    sql.afterwards(memory.webhooks()::changedAll);
  }

  @Override
  public boolean isInTouch() {
    return true;
  }

  @Override
  public void close() {}
}
