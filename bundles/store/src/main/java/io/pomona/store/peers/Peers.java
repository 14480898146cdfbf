package io.pomona.store.peers;

import io.pomona.store.sql.Sql;
import java.util.Collection;

/** The other nodes on the same database. */
public interface Peers extends AutoCloseable {
  /** Tells all nodes, when the transaction commits, that these channels have got commands. */
  void tellQueued(Sql sql, Collection<String> channels);

  /** Tells all nodes, when the transaction commits, that the certificates of this Mac changed. */
  void tellRebound(Sql sql, String device);

  /** Tells all nodes, when the transaction commits, that a webhook has come, changed or gone. */
  void tellWebhooks(Sql sql);

  /** Whether news of the others has surely arrived up to some seconds ago. */
  boolean isInTouch();

  @Override
  void close();
}
