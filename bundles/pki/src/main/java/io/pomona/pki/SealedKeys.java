package io.pomona.pki;

import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.api.pki.SecretVault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The server's private keys: sealed on the way into the store, opened on the way out. */
@Component(service = SealedKeys.class)
public final class SealedKeys {
  private final KeyMaterialStore store;
  private final SecretVault vault;

  @Activate
  public SealedKeys(@Reference KeyMaterialStore store, @Reference SecretVault vault) {
    this.store = store;
    this.vault = vault;
  }

  List<KeyMaterial> list(String purpose) {
    return store.list(purpose);
  }

  Issuer open(KeyMaterial material) {
    Secret key = vault.open(vaultPurpose(material.purpose()), material.sealedKey());
    return Issuer.of(RsaKey.privateKey(key.reveal()), material.chain());
  }

  /** Stores the first of a purpose; whoever was first is returned. */
  Issuer createFirst(String purpose, Issuer issuer, Instant now) {
    return createFirst(purpose, issuer, now, Optional.empty());
  }

  Issuer createFirst(String purpose, Issuer issuer, Instant now, Optional<ActivityDraft> activity) {
    return open(store.createFirst(seal(purpose, issuer, now), activity));
  }

  /** Stores a further one, which takes over. */
  void roll(String purpose, Issuer issuer, Instant now) {
    roll(purpose, issuer, now, Optional.empty());
  }

  void roll(String purpose, Issuer issuer, Instant now, Optional<ActivityDraft> activity) {
    store.roll(seal(purpose, issuer, now), activity);
  }

  void retire(KeyMaterial material) {
    store.retire(material.id());
  }

  private KeyMaterial seal(String purpose, Issuer issuer, Instant now) {
    byte[] sealed = vault.seal(vaultPurpose(purpose), Secret.of(issuer.key().getEncoded()));
    return new KeyMaterial(
        issuer.sha256(), purpose, sealed, issuer.chain(), now, issuer.notAfter(), true);
  }

  private static String vaultPurpose(String purpose) {
    return "pki.key." + purpose;
  }
}
