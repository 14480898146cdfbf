package io.pomona.testkit;

import io.pomona.testkit.contract.StoreContracts;
import org.junit.runner.RunWith;

/** The stores in memory pass every contract. */
@RunWith(StoreContracts.class)
public class InMemoryStoreContractsTest implements StoreContracts.Source {
  @Override
  public StoreSet stores() {
    return new InMemoryStoreSet();
  }
}
