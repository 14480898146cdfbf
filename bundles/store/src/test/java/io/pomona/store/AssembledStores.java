package io.pomona.store;

import io.pomona.api.pki.SecretVault;
import io.pomona.testkit.StoreSet;
import javax.sql.DataSource;

/** An assembly as the contracts want it. */
final class AssembledStores extends StoreAssembly implements StoreSet {
  AssembledStores(DataSource dataSource, SecretVault vault) {
    super(new Persistence(dataSource, vault));
  }
}
