package io.pomona.store;

import io.pomona.testkit.StoreSet;
import io.pomona.testkit.contract.StoreContracts;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

/** PostgreSQL passes every contract. */
@RunWith(StoreContracts.class)
public class PostgresContractsTest implements StoreContracts.Source {
  @ClassRule public static final TestDatabase DATABASE = TestDatabase.postgres();

  @Override
  public StoreSet stores() {
    return DATABASE.emptied();
  }
}
