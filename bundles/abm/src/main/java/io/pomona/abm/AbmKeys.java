package io.pomona.abm;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.EncryptionKey;
import io.pomona.api.pki.EncryptionKeys;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.api.pki.KeyMaterialStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.protocol.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The keys that ABM encrypts server tokens for. All are kept: ABM goes on with the one that it was
 * given, also when a token is renewed after a year.
 */
@Component(service = AbmKeys.class)
public final class AbmKeys {
  static final String PURPOSE = "abm";
  private static final String SEALED = "pki.key.abm";
  private static final Duration LIFE = Duration.ofDays(30);

  private final EncryptionKeys keys;
  private final KeyMaterialStore store;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public AbmKeys(
      @Reference EncryptionKeys keys,
      @Reference KeyMaterialStore store,
      @Reference SecretVault vault) {
    this(keys, store, vault, Clock.systemUTC());
  }

  AbmKeys(EncryptionKeys keys, KeyMaterialStore store, SecretVault vault, Clock clock) {
    this.keys = keys;
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  /** The certificate for ABM in PEM: that of the last key while it lasts, else of a new one. */
  public String certificate(Actor actor) {
    Instant now = clock.instant();
    return store.list(PURPOSE).stream()
        .filter(key -> key.active() && key.notAfter().isAfter(now))
        .findFirst()
        .map(key -> pem(key.chain().get(0)))
        .orElseGet(() -> create(actor));
  }

  /** Makes a further key. */
  public String create(Actor actor) {
    Instant now = clock.instant();
    EncryptionKey made = keys.create("Pomona for Apple Business Manager", LIFE);
    store.roll(
        new KeyMaterial(
            Sha256.hex(made.certificate()),
            PURPOSE,
            vault.seal(SEALED, made.key()),
            List.of(made.certificate()),
            now,
            now.plus(LIFE),
            true),
        Optional.of(ActivityDraft.of(actor, "created_abm_key")));
    return pem(made.certificate());
  }

  private static String pem(byte[] certificate) {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  /**
   * Opens what was encrypted for any of them.
   *
   * @throws MdmException invalid, field {@code token}
   */
  byte[] open(byte[] enveloped) {
    for (KeyMaterial key : store.list(PURPOSE)) {
      Optional<Secret> opened = opened(enveloped, key);
      if (opened.isPresent()) {
        return opened.get().reveal();
      }
    }
    throw MdmException.invalid(
        "abm.token_for_another_key",
        "token",
        "The file was encrypted for another key. Upload the public key of this server to Apple"
            + " Business Manager, then download the token again.");
  }

  private Optional<Secret> opened(byte[] enveloped, KeyMaterial key) {
    try {
      Secret secret = vault.open(SEALED, key.sealedKey());
      return Optional.of(keys.open(enveloped, secret, key.chain().get(0)));
    } catch (MdmException e) {
      if (e.code().equals("pki.envelope_for_another")) {
        return Optional.empty();
      }
      throw e.kind() == MdmException.Kind.INVALID ? unreadable(e) : e;
    }
  }

  private static MdmException unreadable(MdmException why) {
    return MdmException.invalid(
            "abm.token_unreadable",
            "token",
            "The file cannot be opened: it is damaged, cut off or no server token. Download it from"
                + " Apple Business Manager again.")
        .causedBy(why);
  }
}
