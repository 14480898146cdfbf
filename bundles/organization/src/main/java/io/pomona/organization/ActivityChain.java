package io.pomona.organization;

import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityChainStore;
import io.pomona.api.organization.ActivityChainStore.Head;
import io.pomona.api.organization.ActivityLink;
import io.pomona.api.pki.SecretVault;
import java.security.SecureRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives activities their place in the chain soon after they were written. */
@Component(service = ActivityChain.class)
public final class ActivityChain {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityChain.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  static final int BATCH = 1000;

  private final ActivityChainStore store;
  private final SecretVault vault;
  private volatile boolean failing;

  @Activate
  public ActivityChain(@Reference ActivityChainStore store, @Reference SecretVault vault) {
    this.store = store;
    this.vault = vault;
  }

  /** Called by a route, on every node. What fails is done by a later call. */
  public void extend() {
    try {
      chainAll();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Activities cannot be chained; it is tried again until it works", e);
      }
      failing = true;
    }
  }

  private void chainAll() {
    if (store.oldestUnchained().isEmpty()) {
      return;
    }
    ActivityLink.Hash hash = LinkDigest.of(vault, store.head().orElseGet(this::begin));
    int chained;
    do {
      chained = store.chain(BATCH, hash);
    } while (chained == BATCH);
  }

  private Head begin() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    store.begin(vault.seal(LinkDigest.PURPOSE, Secret.of(key)));
    return store.head().orElseThrow();
  }
}
