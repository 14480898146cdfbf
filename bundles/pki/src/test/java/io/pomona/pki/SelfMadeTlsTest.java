package io.pomona.pki;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.pki.ServerTls.TlsKeyStore;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.InMemoryStoreSet;
import io.pomona.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SelfMadeTlsTest {
  private static final List<String> HOSTS = List.of("mdm.example.com", "127.0.0.1");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SettableClock clock = new SettableClock(Instant.now());
  private final InMemoryStoreSet stores = new InMemoryStoreSet(clock);
  private final ServerRoot root =
      new ServerRoot(new SealedKeys(stores.keyMaterial(), new FakeSecretVault()), clock);

  private SelfMadeTls tls() {
    return new SelfMadeTls(root, false, Optional.empty(), published());
  }

  private Path published() {
    return folder.getRoot().toPath().resolve("tls/root.pem");
  }

  private static KeyStore open(TlsKeyStore made) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(made.pkcs12()), made.password().revealText().toCharArray());
    return store;
  }

  private static X509Certificate certificate(TlsKeyStore made) throws Exception {
    return (X509Certificate) open(made).getCertificate("pomona");
  }

  @Test
  public void aClientThatTrustsTheRootConnects() throws Exception {
    SelfMadeTls tls = tls();
    try (SSLServerSocket server =
        (SSLServerSocket)
            serverContext(tls.keyStore(HOSTS))
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(
              () -> {
                try (Socket accepted = server.accept()) {
                  accepted.getOutputStream().write(7);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      try (SSLSocket client =
          (SSLSocket)
              clientContext(tls.roots().get(0))
                  .getSocketFactory()
                  .createSocket("127.0.0.1", server.getLocalPort())) {
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        assertEquals(7, client.getInputStream().read());
      }
      served.get();
    }
  }

  private static SSLContext serverContext(TlsKeyStore made) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(open(made), made.password().revealText().toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext clientContext(byte[] root) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "root",
        java.security.cert.CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(root)));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  public void theCertificateIsWhatAMacAccepts() throws Exception {
    X509Certificate certificate = certificate(tls().keyStore(HOSTS));
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage());
    assertEquals(2, certificate.getSubjectAlternativeNames().size());
    Duration life =
        Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
    assertTrue(life.compareTo(Duration.ofDays(825)) <= 0);
  }

  @Test
  public void itStaysUntilHostsChangeOrItsEndIsNear() throws Exception {
    X509Certificate first = certificate(tls().keyStore(HOSTS));
    assertEquals(first, certificate(tls().keyStore(List.of("127.0.0.1", "MDM.example.com"))));

    clock.advance(Duration.ofSeconds(1));
    X509Certificate other = certificate(tls().keyStore(List.of("other.example.com")));
    assertFalse(first.equals(other));
    assertEquals("another node's names", first, certificate(tls().keyStore(HOSTS)));

    clock.advance(Duration.ofDays(800));
    X509Certificate renewed = certificate(tls().keyStore(HOSTS));
    assertTrue(renewed.getNotAfter().after(first.getNotAfter()));
    assertEquals(1, tls().roots().size());
  }

  @Test
  public void theRootIsPublishedForEverybody() throws Exception {
    byte[] root = tls().roots().get(0);
    try (InputStream in = Files.newInputStream(published())) {
      assertArrayEquals(
          root,
          java.security.cert.CertificateFactory.getInstance("X.509")
              .generateCertificate(in)
              .getEncoded());
    }
    assertEquals(
        "rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(published())));
  }

  @Test
  public void aPublicCertificateNeedsNoRoot() {
    SelfMadeTls tls = new SelfMadeTls(root, true, Optional.empty(), published());
    assertEquals(List.of(), tls.roots());
    assertTrue(Files.notExists(published()));
  }

  @Test
  public void anOperatorsRootIsGivenInstead() throws Exception {
    RootFile file = new RootFile(folder.getRoot().toPath().resolve("own.pem"));
    byte[] own = Workbench.authority("Acme Root", 1).chain().get(0);
    file.write(List.of(own));
    SelfMadeTls tls = new SelfMadeTls(root, false, Optional.of(file), published());
    assertArrayEquals(own, tls.roots().get(0));
  }

  @Test
  public void hostsThatAreNoneAreRefused() {
    SelfMadeTls tls = tls();
    for (List<String> hosts :
        List.of(List.<String>of(), List.of(""), List.of("a b"), List.of("https://x"))) {
      assertThrows(MdmException.class, () -> tls.keyStore(hosts));
    }
  }

  @Test
  public void itIsRenewedBeforeTheFirstWordOfItsEnd() throws Exception {
    X509Certificate first = certificate(tls().keyStore(HOSTS));
    clock.set(first.getNotAfter().toInstant().minus(Duration.ofDays(61)));
    assertFalse(first.equals(certificate(tls().keyStore(HOSTS))));
  }

  @Test
  public void whatEndsWithItsRootIsNotMadeAgainEachDay() throws Exception {
    tls().keyStore(HOSTS);
    clock.set(told(false, Optional.empty()).get(0).notAfter().minus(Duration.ofDays(20)));
    X509Certificate last = certificate(tls().keyStore(HOSTS));
    clock.advance(Duration.ofDays(1));
    assertEquals(last, certificate(tls().keyStore(HOSTS)));
  }

  @Test
  public void theEndOfTheRootThatMacsHaveIsTold() throws Exception {
    assertEquals("none yet", List.of(), told(false, Optional.empty()));
    Instant end = Issuer.parse(tls().roots().get(0)).getNotAfter().toInstant();
    Expiring told = told(false, Optional.empty()).get(0);
    assertEquals("pki.tls_root", told.name());
    assertEquals(end, told.notAfter());
    assertEquals(List.of(), told(true, Optional.empty()));

    RootFile file = new RootFile(folder.getRoot().toPath().resolve("both.pem"));
    byte[] own = Workbench.authority("Acme Root", 1).chain().get(0);
    file.write(List.of(own));
    Instant ofOwn = Issuer.parse(own).getNotAfter().toInstant();
    assertEquals(ofOwn, told(false, Optional.of(file)).get(0).notAfter());
    file.write(List.of(tls().roots().get(0), own));
    Instant last = ofOwn.isAfter(end) ? ofOwn : end;
    assertEquals(last, told(false, Optional.of(file)).get(0).notAfter());
  }

  private List<Expiring> told(boolean isPublic, Optional<RootFile> file) {
    return new RootExpiry(root, isPublic, file).expiring();
  }
}
