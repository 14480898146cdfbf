package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.Secret;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.pki.CertificateOrder;
import io.pomona.api.pki.DeviceAuthorities.AuthorityInfo;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DeviceCaTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SettableClock clock = new SettableClock();
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final SealedKeys keys = new SealedKeys(stores.keyMaterial(), new FakeSecretVault());

  private DeviceKeyRing ring(Optional<AuthorityFile> imported) {
    return new DeviceKeyRing(keys, clock, RsaKey.STRONG, imported);
  }

  private DeviceCa ca(DeviceKeyRing ring) {
    return new DeviceCa(ring);
  }

  @Test
  public void theFirstStartMakesOneThatMacsAccept() {
    X509CertificateHolder ca = Issuer.parse(ca(ring(Optional.empty())).chain().get(0));
    assertTrue(BasicConstraints.fromExtensions(ca.getExtensions()).isCA());
    assertTrue(
        KeyUsage.fromExtensions(ca.getExtensions())
            .hasUsages(
                KeyUsage.keyCertSign
                    | KeyUsage.cRLSign
                    | KeyUsage.digitalSignature
                    | KeyUsage.keyEncipherment));
    assertTrue(ca.getNotAfter().toInstant().isAfter(clock.instant().plus(Duration.ofDays(3650))));
    assertArrayEquals(
        ca(ring(Optional.empty())).chain().get(0), ca(ring(Optional.empty())).chain().get(0));
    assertFalse(
        new String(stores.keyMaterial().list("device-ca").get(0).sealedKey()).contains("RSA"));
  }

  @Test
  public void rollingIsSeenByTheOtherNodeWithinSeconds() {
    DeviceCa one = ca(ring(Optional.empty()));
    DeviceCa other = ca(ring(Optional.empty()));
    AuthorityInfo before = other.list().get(0);
    clock.advance(Duration.ofSeconds(1));
    AuthorityInfo after = one.roll(Fixtures.ADMIN);

    assertNotEquals(before.sha256(), after.sha256());
    assertNotEquals(before.subject(), after.subject());
    clock.advance(Duration.ofSeconds(4));
    assertEquals(one.list(), other.list());
    assertEquals(2, other.list().size());
    assertEquals(List.of(after), other.list().stream().filter(AuthorityInfo::active).toList());
    assertEquals(
        "rolled_device_ca", stores.activities().newest(PageRequest.first(1)).get(0).type());
  }

  @Test
  public void nothingOutlivesItsCa() {
    DeviceKeyRing ring = ring(Optional.empty());
    Instant end = ring.active().issuer().notAfter();
    clock.set(end.minus(Duration.ofDays(10)));
    byte[] issued = ca(ring).issue(order(Workbench.pair(1).getPublic().getEncoded()));
    assertEquals(end, Issuer.parse(issued).getNotAfter().toInstant());
  }

  private CertificateOrder order(byte[] key) {
    Instant now = clock.instant();
    return new CertificateOrder(key, "Mac", now, now.plus(Duration.ofDays(365)));
  }

  @Test
  public void weakKeysAreRefused() throws Exception {
    DeviceCa ca = ca(ring(Optional.empty()));
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024);
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    for (KeyPairGenerator generator : List.of(small, curve)) {
      byte[] key = generator.generateKeyPair().getPublic().getEncoded();
      MdmException e = assertThrows(MdmException.class, () -> ca.issue(order(key)));
      assertEquals("pki.weak_key", e.code());
    }
  }

  @Test
  public void anImportedCaIssues() throws Exception {
    Issuer brought = Workbench.authority("Acme MDM CA", 1);
    Optional<AuthorityFile> file = Optional.of(pkcs12(brought, "pass"));
    DeviceCa ca = ca(ring(file));
    assertArrayEquals(brought.chain().get(0), ca.chain().get(0));
    assertEquals(1, ca(ring(file)).list().size());

    clock.advance(Duration.ofSeconds(1));
    ca.roll(Fixtures.ADMIN);
    assertFalse(
        "taken over once only",
        Arrays.equals(ca(ring(file)).chain().get(0), brought.chain().get(0)));
    assertEquals(2, ca(ring(file)).list().size());
  }

  @Test
  public void aCaImportedLaterTakesOver() throws Exception {
    ca(ring(Optional.empty())).chain();
    clock.advance(Duration.ofSeconds(1));
    Issuer brought = Workbench.authority("Acme MDM CA", 1);
    DeviceCa ca = ca(ring(Optional.of(pkcs12(brought, "pass"))));
    assertArrayEquals(brought.chain().get(0), ca.chain().get(0));
    assertEquals(2, ca.list().size());
  }

  @Test
  public void aWrongPasswordIsSaidWithoutShowingIt() throws Exception {
    Path file = pkcs12File(Workbench.authority("Acme MDM CA", 1), "pass");
    DeviceCa ca = ca(ring(Optional.of(new AuthorityFile(file, Secret.of("hush")))));
    MdmException e = assertThrows(MdmException.class, ca::chain);
    assertEquals("pki.ca_import_refused", e.code());
    assertFalse(e.getMessage().contains("hush"));
  }

  @Test
  public void aSettingThatWasLeftBehindStopsNothing() throws Exception {
    Issuer brought = Workbench.authority("Acme MDM CA", 1);
    Path file = pkcs12File(brought, "pass");
    ca(ring(Optional.of(new AuthorityFile(file, Secret.of("pass"))))).chain();
    DeviceCa forgotten = ca(ring(Optional.of(new AuthorityFile(file, Secret.of("")))));
    assertArrayEquals(brought.chain().get(0), forgotten.chain().get(0));
    Files.delete(file);
    DeviceCa gone = ca(ring(Optional.of(new AuthorityFile(file, Secret.of("pass")))));
    assertArrayEquals(brought.chain().get(0), gone.chain().get(0));
  }

  @Test
  public void anExpiredFileDoesNotStopTheCaThatIssues() throws Exception {
    AuthorityFile file = pkcs12(Workbench.authority("Acme MDM CA", 1), "pass");
    clock.advance(Duration.ofDays(4000));
    byte[] made = ca(ring(Optional.empty())).chain().get(0);
    assertArrayEquals(made, ca(ring(Optional.of(file))).chain().get(0));
  }

  @Test
  public void whatWasImportedIsToldInTheActivities() throws Exception {
    ca(ring(Optional.of(pkcs12(Workbench.authority("Acme MDM CA", 1), "pass")))).chain();
    clock.advance(Duration.ofSeconds(1));
    ca(ring(Optional.of(pkcs12(Workbench.authority("Next MDM CA", 2), "pass")))).chain();
    assertEquals(
        List.of("imported_device_ca", "imported_device_ca"),
        stores.activities().newest(PageRequest.first(9)).stream().map(Activity::type).toList());
  }

  @Test
  public void anExpiredCaIsNotImported() throws Exception {
    Optional<AuthorityFile> file =
        Optional.of(pkcs12(Workbench.authority("Acme MDM CA", 1), "pass"));
    clock.advance(Duration.ofDays(4000));
    assertThrows(MdmException.class, () -> ca(ring(file)).chain());
  }

  private AuthorityFile pkcs12(Issuer ca, String password) throws Exception {
    return new AuthorityFile(pkcs12File(ca, password), Secret.of(password));
  }

  private Path pkcs12File(Issuer ca, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    X509Certificate certificate =
        new JcaX509CertificateConverter().getCertificate(ca.certificate());
    store.setKeyEntry("ca", ca.key(), password.toCharArray(), new X509Certificate[] {certificate});
    Path file = folder.newFile().toPath();
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  @Test
  public void itsEndIsAnnouncedInTime() {
    DeviceKeyRing ring = ring(Optional.empty());
    Expiring told = new AuthorityExpiry(ring).expiring().get(0);
    assertEquals("pki.device_ca", told.name());
    assertEquals(ring.active().issuer().notAfter(), told.notAfter());
    assertEquals(Duration.ofDays(540), told.warning());
  }
}
