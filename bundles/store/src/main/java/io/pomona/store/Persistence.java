package io.pomona.store;

import io.pomona.api.pki.SecretVault;
import io.pomona.store.commands.BodyCache;
import io.pomona.store.enrollment.Seen;
import io.pomona.store.peers.Memory;
import io.pomona.store.peers.NoPeers;
import io.pomona.store.peers.Peers;
import io.pomona.store.peers.PostgresPeers;
import io.pomona.store.sql.Dialect;
import io.pomona.store.sql.Hardening;
import io.pomona.store.sql.Transactions;
import io.pomona.store.unit.Migrations;
import io.pomona.store.unit.PersistenceUnit;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database in use, its schema up to date, and what the stores share over it. */
public final class Persistence implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final Transactions transactions;
  private final Hardening hardening;
  private final Memory memory = new Memory();
  private final BodyCache bodies = new BodyCache();
  private final SealedPlists plists;
  private final Peers peers;
  private final Seen seen;

  public Persistence(DataSource dataSource, SecretVault vault) {
    Dialect dialect = Dialect.of(dataSource);
    dialect.settle(dataSource);
    Migrations.run(dataSource, dialect);
    this.dataSource = dataSource;
    this.plists = new SealedPlists(vault);
    this.factory = PersistenceUnit.open(dataSource, dialect);
    this.transactions = new Transactions(dataSource, factory, dialect);
    this.hardening = new Hardening(dataSource, dialect);
    this.peers =
        dialect == Dialect.H2 ? new NoPeers(memory) : new PostgresPeers(dataSource, memory);
    this.seen = new Seen(transactions);
    LOG.info("Keeping data in {}", dialect);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Transactions transactions() {
    return transactions;
  }

  public Hardening hardening() {
    return hardening;
  }

  public Memory memory() {
    return memory;
  }

  public Peers peers() {
    return peers;
  }

  public Seen seen() {
    return seen;
  }

  public BodyCache bodies() {
    return bodies;
  }

  public SealedPlists plists() {
    return plists;
  }

  /** For whoever has changed the database past the stores: nothing remembered counts any more. */
  void forget() {
    memory.forgetAll();
    bodies.forget();
    seen.forget();
  }

  @Override
  public void close() {
    seen.close();
    peers.close();
    factory.close();
  }
}
