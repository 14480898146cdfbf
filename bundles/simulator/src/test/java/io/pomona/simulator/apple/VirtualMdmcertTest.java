package io.pomona.simulator.apple;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.apple.VirtualPushPortal.RefusedException;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.support.TestKeys;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The client is the JDK's, the opener Bouncy Castle. */
public class VirtualMdmcertTest {
  private static final VirtualApple APPLE = VirtualApple.create(TestKeys.KEYS, Clock.systemUTC());
  private static final KeyPair OURS = TestKeys.KEYS.next();
  private static final UUID TOPIC = UUID.randomUUID();

  private final VirtualPushPortal portal = new VirtualPushPortal(APPLE, Clock.systemUTC());
  private VirtualMdmcert mdmcert;

  @Before
  public void start() throws Exception {
    mdmcert =
        new VirtualMdmcert(
            APPLE, APPLE.vendorIdentity("mdmcert", Duration.ofDays(90)), "product-key");
  }

  @After
  public void stop() {
    mdmcert.close();
  }

  @Test
  public void whatItMailsOpensAndApplesPortalTakesIt() throws Exception {
    assertEquals("{\"result\":\"success\"}", post("product-key"));
    assertEquals("a@example.com", mdmcert.mails().get(0).to());
    byte[] text = opened(mdmcert.mails().get(0).attachment());
    assertTrue("it comes in lines", new String(text, StandardCharsets.US_ASCII).contains("\r\n"));
    byte[] file = Base64.getEncoder().encode(Base64.getMimeDecoder().decode(text));
    X509CertificateHolder certificate = Certificates.parsePem(portal.issue(file, TOPIC)).get(0);
    assertEquals(
        "com.apple.mgmt.External." + TOPIC,
        PushIdentity.topicOf(certificate.getSubject()).orElseThrow());
  }

  @Test
  public void anotherProductIsRefused() throws Exception {
    assertTrue(post("other").contains("Invalid key"));
    assertEquals(0, mdmcert.mails().size());
  }

  @Test
  public void thePortalRefusesWhatIsNotSigned() throws Exception {
    byte[] file = Base64.getEncoder().encode(csr().getBytes(StandardCharsets.US_ASCII));
    assertThrows(RefusedException.class, () -> portal.issue(file, TOPIC));
  }

  private String post(String key) throws Exception {
    String certificate = Certificates.pem(APPLE.pushCertificate(TOPIC, OURS.getPublic()));
    String body =
        "{\"csr\":\"%s\",\"email\":\"a@example.com\",\"key\":\"%s\",\"encrypt\":\"%s\"}"
            .formatted(base64(csr()), key, base64(certificate));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mdmcert.address()))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newBuilder()
        .sslContext(trusting())
        .build()
        .send(request, BodyHandlers.ofString())
        .body();
  }

  private static String csr() throws Exception {
    return Certificates.pem(
        "CERTIFICATE REQUEST",
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), OURS.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withRSA").build(OURS.getPrivate()))
            .getEncoded());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] opened(String hex) throws Exception {
    return new CMSEnvelopedData(HexFormat.of().parseHex(hex))
        .getRecipientInfos()
        .getRecipients()
        .iterator()
        .next()
        .getContent(
            new JceKeyTransEnvelopedRecipient(OURS.getPrivate())
                .setProvider(Certificates.BOUNCY_CASTLE));
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "apple",
        java.security.cert.CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(APPLE.root().der())));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
