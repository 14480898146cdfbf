package io.pomona.store;

import io.pomona.testkit.StoreSet;
import io.pomona.testkit.contract.StoreContracts;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

/** H2 in memory passes every contract. */
@RunWith(StoreContracts.class)
public class H2MemoryContractsTest implements StoreContracts.Source {
  @ClassRule public static final TestDatabase DATABASE = TestDatabase.h2Memory();

  @Override
  public StoreSet stores() {
    return DATABASE.emptied();
  }
}
