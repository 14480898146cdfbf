package io.pomona.store;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.rules.RuleChain;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.TestRule;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** H2 in a file passes every contract. */
@RunWith(Suite.class)
@Suite.SuiteClasses(AllContracts.class)
public class H2FileContractsTest {
  private static final TemporaryFolder FOLDER = new TemporaryFolder();
  private static final TestDatabase DATABASE = TestDatabase.h2File(FOLDER);

  @ClassRule public static final TestRule RULES = RuleChain.outerRule(FOLDER).around(DATABASE);

  @BeforeClass
  public static void choose() {
    AllContracts.over(DATABASE);
  }
}
