package io.pomona.escrow.filevault;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import io.pomona.api.Secret;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.escrow.SealedKey;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.keys.KeySeals;
import io.pomona.escrow.keys.SealPurpose;
import io.pomona.pki.MasterKeyVault;
import io.pomona.pki.PkiConfig;
import io.pomona.store.StoreAssembly;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.SettableClock;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Ten thousand keys and two roll-overs, over a database and the real vault. */
public class RolledKeysTest {
  private static final int KEYS = 10_000;
  private static final int STOPS = 20;
  private static final Instant T = SettableClock.START;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Random chance = new Random(17);
  private final Map<RecoveryKeyId, byte[]> opened = new HashMap<>();
  private final Map<RecoveryKeyId, String> texts = new HashMap<>();
  private final Set<String> expected =
      IntStream.range(0, KEYS)
          .mapToObj(RolledKeysTest::key)
          .collect(Collectors.toCollection(TreeSet::new));
  private HikariDataSource pool;
  private StoreAssembly stores;
  private SecretVault vault;
  private EscrowCertificates certificates;

  @Before
  public void aServer() {
    vault = new MasterKeyVault(config(new File(folder.getRoot(), "master.key")));
    pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    stores = StoreAssembly.open(pool, vault);
    certificates =
        new EscrowCertificates(
            stores.escrowCertificates(), stores.recoveryKeys(), new PreparedKeys(), vault);
  }

  @After
  public void end() {
    stores.close();
    pool.close();
  }

  private static PkiConfig config(File masterKey) {
    return (PkiConfig)
        Proxy.newProxyInstance(
            PkiConfig.class.getClassLoader(),
            new Class<?>[] {PkiConfig.class},
            (proxy, method, arguments) ->
                method.getName().equals("master_key_file")
                    ? masterKey.getPath()
                    : method.getDefaultValue());
  }

  private static String key(int number) {
    return String.format("A1B2-C3D4-E5F6-G7H8-J9K0-%04d", number);
  }

  private void keep(EscrowCertificateId generation, int number) {
    byte[] sealed = vault.seal(SealPurpose.recoveryKey(generation), Secret.of(key(number)));
    stores
        .recoveryKeys()
        .add(
            new NewRecoveryKey(
                new HostId(number),
                Fixtures.serial(number),
                Fixtures.udid(number),
                T,
                Optional.of(generation),
                RecoveryKey.Source.SECURITY_INFO,
                ("envelope " + number).getBytes(StandardCharsets.UTF_8),
                Optional.of(generation),
                Optional.of(sealed),
                Optional.of("fingerprint " + number),
                Optional.empty()),
            List.of(),
            T);
  }

  @Test
  public void noneIsLostHoweverOftenItStops() {
    EscrowCertificateId first = certificates.current().id();
    stores
        .unitOfWork()
        .run(
            () -> {
              for (int i = 0; i < KEYS; i++) {
                keep(first, i);
              }
              return null;
            });
    for (int round = 0; round < 2; round++) {
      EscrowCertificateId current = certificates.roll(Fixtures.ADMIN).id();
      for (int stop = 0; stop < STOPS; stop++) {
        resealUntilItStops();
        assertAllReadable();
      }
      resealing(stores.recoveryKeys()).sweep();
      assertAllReadable();
      assertEquals(
          List.of(), stores.recoveryKeys().ofOlderGenerations(current, Optional.empty(), 1));
    }
    assertEquals(3, certificates.list().size());
  }

  private Resealing resealing(RecoveryKeyStore keys) {
    return new Resealing(certificates, keys, vault);
  }

  /** A server that is gone in the middle, before or after a commit; the next one begins anew. */
  private void resealUntilItStops() {
    PowerCut cut = new PowerCut(1 + chance.nextInt(2), chance.nextBoolean());
    RecoveryKeyStore failing =
        (RecoveryKeyStore)
            Proxy.newProxyInstance(
                RecoveryKeyStore.class.getClassLoader(),
                new Class<?>[] {RecoveryKeyStore.class},
                (proxy, method, arguments) -> {
                  boolean now = method.getName().equals("reseal") && cut.isNow();
                  if (now && !cut.committed) {
                    throw new IllegalStateException("The power is gone");
                  }
                  Object result = method.invoke(stores.recoveryKeys(), arguments);
                  if (now) {
                    throw new IllegalStateException("The power is gone");
                  }
                  return result;
                });
    assertThrows(IllegalStateException.class, () -> resealing(failing).sweep());
  }

  /** After so many steps, before or after the last is written. */
  private static final class PowerCut {
    private final boolean committed;
    private int left;

    PowerCut(int steps, boolean committed) {
      this.left = steps;
      this.committed = committed;
    }

    boolean isNow() {
      left--;
      return left == 0;
    }
  }

  /** A row that is as it was when it was last opened opens still. */
  private void assertAllReadable() {
    List<SealedKey> all =
        stores
            .recoveryKeys()
            .ofOlderGenerations(
                new EscrowCertificateId(Long.MAX_VALUE), Optional.empty(), 2 * KEYS);
    assertEquals(KEYS, all.size());
    KeySeals seals = new KeySeals(vault);
    for (SealedKey each : all) {
      byte[] before = opened.put(each.id(), each.sealed());
      if (!Arrays.equals(before, each.sealed())) {
        texts.put(each.id(), seals.open(each).revealText());
      }
    }
    assertEquals(expected, new TreeSet<>(texts.values()));
  }
}
