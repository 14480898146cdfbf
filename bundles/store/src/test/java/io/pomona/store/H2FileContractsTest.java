package io.pomona.store;

import io.pomona.testkit.StoreSet;
import io.pomona.testkit.contract.StoreContracts;
import org.junit.ClassRule;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;
import org.junit.runner.RunWith;

/** H2 in a file passes every contract. */
@RunWith(StoreContracts.class)
public class H2FileContractsTest implements StoreContracts.Source {
  private static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static final TestDatabase DATABASE = TestDatabase.h2File(FOLDER);

  @ClassRule public static final TestRule RULES = RuleChain.outerRule(FOLDER).around(DATABASE);

  @Override
  public StoreSet stores() {
    return DATABASE.emptied();
  }
}
