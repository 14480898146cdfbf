package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.story.ScepDesk.Answer;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.VirtualMac;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.ClassRule;
import org.junit.Test;

/** One challenge, one certificate, with what the server puts into it, and for nobody else. */
public class ScepIsRefusedStory {
  private static final String PKCS_REQ = "19";
  private static final String RENEWAL_REQ = "17";
  private static final int RACERS = 50;

  @ClassRule public static final Stage STAGE = new Stage();

  private final ScepDesk desk = new ScepDesk(STAGE);
  private final KeyPair key = STAGE.world().keys().next();

  @Test
  public void ofAllMessageTypesOnlyOneGivesTheFirstCertificate() {
    byte[] csr = Csr.plain(key, desk.challenge());
    for (int type = 0; type < 256; type++) {
      if (type != 19) {
        assertFalse("type " + type, desk.ask("" + type, "T" + type, csr).granted());
      }
    }
    for (String odd : new String[] {"", "19 ", "+19", "019", "0x13", "１９", "19\u0000"}) {
      assertFalse(odd, desk.ask(odd, "odd", csr).granted());
    }
    assertTrue(desk.ask(PKCS_REQ, "at last", csr).granted());
  }

  @Test
  public void withoutAChallengeOfThisServerThereIsNone() {
    assertRefused(desk.ask(PKCS_REQ, "none", Csr.withoutChallenge(key)));
    for (String wrong : List.of("", "guess", "A".repeat(64), desk.challenge() + "x")) {
      assertRefused(desk.ask(PKCS_REQ, "wrong", Csr.plain(key, wrong)));
    }
    assertTrue(desk.ask(PKCS_REQ, "right", Csr.plain(key, desk.challenge())).granted());
  }

  @Test
  public void aUsedChallengeIsUsed() {
    assertTrue(desk.ask(PKCS_REQ, "first", Csr.plain(key, desk.challenge())).granted());
    KeyPair another = STAGE.world().keys().next();
    assertRefused(desk.ask(PKCS_REQ, "first", Csr.plain(another, desk.challenge())));
    assertRefused(desk.ask(PKCS_REQ, "second", Csr.plain(another, desk.challenge())));
    assertRefused(desk.ask(PKCS_REQ, "second", Csr.plain(key, desk.challenge())));
  }

  @Test
  public void weakOrForeignKeysAreRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair weak = generator.generateKeyPair();
    assertRefused(desk.ask(PKCS_REQ, "weak", Csr.plain(weak, desk.challenge())));
    KeyPair other = STAGE.world().keys().next();
    assertRefused(desk.ask(PKCS_REQ, "f", Csr.ofAnothersKey(key, other, desk.challenge())));
    assertRefused(desk.ask(PKCS_REQ, "md5", Csr.signedWithMd5(key, desk.challenge())));
    assertRefused(desk.ask(PKCS_REQ, "no CSR", new byte[] {0x30, 0x03, 1, 1, 1}));
    assertTrue(desk.ask(PKCS_REQ, "strong", Csr.plain(key, desk.challenge())).granted());
  }

  @Test
  public void whatTheRequestWantsInItsCertificateIsNotRead() {
    String subject = "CN=Acme Device CA,O=Acme";
    X509CertificateHolder issued =
        desk.ask(PKCS_REQ, "greedy", Csr.greedy(key, desk.challenge(), subject))
            .issued()
            .orElseThrow();
    assertFalse(issued.getSubject().toString(), issued.getSubject().toString().contains("Acme"));
    assertTrue(issued.getSubject().getRDNs().length > 0);
    assertNull(issued.getExtension(Extension.subjectAlternativeName));
    BasicConstraints constraints = BasicConstraints.fromExtensions(issued.getExtensions());
    assertTrue(constraints == null || !constraints.isCA());
    ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(issued.getExtensions());
    assertEquals(List.of(KeyPurposeId.id_kp_clientAuth), List.of(usage.getUsages()));
  }

  @Test
  public void aRetryGetsTheSameCertificateHoweverOften() {
    byte[] message = desk.encode(PKCS_REQ, "retry", Csr.plain(key, desk.challenge()));
    Set<X509CertificateHolder> issued = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      issued.add(desk.ask(message).issued().orElseThrow());
    }
    assertEquals(1, issued.size());
  }

  @Test
  public void aRaceOnOneChallengeHasOneWinner() throws Exception {
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      byte[] csr = Csr.plain(STAGE.world().keys().next(), desk.challenge());
      messages.add(desk.encode(PKCS_REQ, "racer " + i, csr));
    }
    ExecutorService runners = Executors.newFixedThreadPool(RACERS);
    try {
      List<Callable<Answer>> race = new ArrayList<>();
      messages.forEach(message -> race.add(() -> desk.ask(message)));
      Set<X509CertificateHolder> issued = new HashSet<>();
      for (Future<Answer> answer : runners.invokeAll(race)) {
        answer.get().issued().ifPresent(issued::add);
      }
      assertEquals(1, issued.size());
    } finally {
      runners.shutdownNow();
    }
  }

  @Test
  public void onlyTheCurrentIdentityOfAMacRenewsItself() throws Exception {
    VirtualMac mac = STAGE.world().enrollAsleep(STAGE.admin(), STAGE.world().newMac());
    Identity current = mac.identity().orElseThrow();
    mac.enroll(VirtualWorld.profile(STAGE.admin()));
    byte[] csr = Csr.withoutChallenge(key);
    Forgeries forge = new Forgeries(STAGE, mac);
    for (Identity wrong : List.of(current, forge.withoutEnrollment(), forge.expired())) {
      assertRefused(desk.ask(desk.encode(RENEWAL_REQ, "wrong", csr, wrong), wrong));
    }
    assertRefused(desk.ask(RENEWAL_REQ, "self-made", csr));
    Identity right = mac.identity().orElseThrow();
    assertTrue(desk.ask(desk.encode(RENEWAL_REQ, "right", csr, right), right).granted());
  }

  @Test
  public void whatIsNoScepMessageIsMalformed() {
    for (byte[] body :
        List.of(new byte[0], new byte[] {0x30}, "hello".getBytes(), new byte[5000])) {
      assertEquals(400, desk.ask(body).http());
    }
  }

  private static void assertRefused(Answer answer) {
    assertFalse(answer.granted());
    assertTrue("" + answer, answer.status().equals("2") || answer.http() / 100 == 4);
  }
}
