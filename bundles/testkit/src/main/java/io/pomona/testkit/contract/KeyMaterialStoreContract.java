package io.pomona.testkit.contract;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.pki.KeyMaterial;
import io.pomona.testkit.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What every {@code KeyMaterialStore} must do. */
public class KeyMaterialStoreContract extends StoreContract {
  private static KeyMaterial key(String name, String purpose, Instant created) {
    return new KeyMaterial(
        Fixtures.hash(name),
        purpose,
        name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        List.of(new byte[] {1, 2}, new byte[] {3}),
        created,
        created.plus(Duration.ofDays(3650)),
        true);
  }

  private static KeyMaterial authority(String name, Instant created) {
    return key(name, "device-ca", created);
  }

  private List<String> ids(String purpose) {
    return stores.keyMaterial().list(purpose).stream().map(KeyMaterial::id).toList();
  }

  @Test
  public void theFirstIsStoredWhole() {
    KeyMaterial made = authority("one", T);
    assertEquals(made.id(), stores.keyMaterial().createFirst(made).id());
    KeyMaterial read = stores.keyMaterial().list("device-ca").get(0);
    assertArrayEquals(made.sealedKey(), read.sealedKey());
    assertEquals(2, read.chain().size());
    assertArrayEquals(new byte[] {1, 2}, read.chain().get(0));
    assertArrayEquals(new byte[] {3}, read.chain().get(1));
    assertEquals(made.createdAt(), read.createdAt());
    assertEquals(made.notAfter(), read.notAfter());
    assertTrue(read.active());
  }

  @Test
  public void aSecondFirstGivesTheOneThatIsThere() {
    KeyMaterial first = authority("one", T);
    stores.keyMaterial().createFirst(first);
    assertEquals(first.id(), stores.keyMaterial().createFirst(authority("two", T)).id());
    assertEquals(List.of(first.id()), ids("device-ca"));
  }

  @Test
  public void purposesAreApart() {
    stores.keyMaterial().createFirst(authority("one", T));
    KeyMaterial signer = key("signer", "profile-signer", T);
    assertEquals(signer.id(), stores.keyMaterial().createFirst(signer).id());
    assertEquals(List.of(signer.id()), ids("profile-signer"));
    assertEquals(List.of(), ids("tls-root"));
  }

  @Test
  public void rollingKeepsTheOldOneTrusted() {
    KeyMaterial old = authority("old", T);
    KeyMaterial next = authority("next", T.plus(HOUR));
    stores.keyMaterial().createFirst(old);
    stores.keyMaterial().roll(next);
    List<KeyMaterial> all = stores.keyMaterial().list("device-ca");
    assertEquals(List.of(next.id(), old.id()), all.stream().map(KeyMaterial::id).toList());
    assertTrue(all.get(0).active());
    assertFalse(all.get(1).active());
    assertEquals(next.id(), stores.keyMaterial().createFirst(authority("x", T)).id());
  }

  @Test
  public void whatChangedIsWrittenWithTheKey() {
    stores
        .keyMaterial()
        .createFirst(authority("one", T), Optional.of(Fixtures.activity("imported_device_ca")));
    stores
        .keyMaterial()
        .createFirst(authority("two", T), Optional.of(Fixtures.activity("imported_device_ca")));
    assertEquals(List.of("imported_device_ca"), activities());
    stores
        .keyMaterial()
        .roll(authority("next", T.plus(HOUR)), Optional.of(Fixtures.activity("rolled_device_ca")));
    assertEquals(List.of("rolled_device_ca", "imported_device_ca"), activities());
  }

  @Test
  public void onlyAnInactiveKeyIsRetired() {
    KeyMaterial old = authority("old", T);
    stores.keyMaterial().createFirst(old);
    assertFails(MdmException.Kind.CONFLICT, () -> stores.keyMaterial().retire(old.id()));
    stores.keyMaterial().roll(authority("next", T.plus(HOUR)));
    stores.keyMaterial().retire(old.id());
    assertEquals(List.of(Fixtures.hash("next")), ids("device-ca"));
  }

  @Test
  public void ofFiftyThatStartAtOnceOneWins() throws Exception {
    List<String> winners =
        Race.of(50, i -> () -> stores.keyMaterial().createFirst(authority("k" + i, T)).id());
    assertEquals(1, new HashSet<>(winners).size());
    assertEquals(1, ids("device-ca").size());
  }
}
