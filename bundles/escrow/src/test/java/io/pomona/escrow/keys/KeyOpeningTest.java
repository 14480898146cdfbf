package io.pomona.escrow.keys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.escrow.EscrowCertificateId;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.SealedKey;
import io.pomona.testkit.FakeSecretVault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.Test;

public class KeyOpeningTest {
  private static final String KEY = "ABCD-1234-EFGH-5678-IJKL-9012";

  private final FakeSecretVault vault = new FakeSecretVault();
  private final FakeEscrowCertificates certificates =
      new FakeEscrowCertificates(vault, "one", "two", "three");
  private final KeyOpening opening = new KeyOpening(certificates, new FakeEncryptionKeys(), vault);

  private OpenedEnvelope open(String certificate, String content) {
    return opening.open(FakeEncryptionKeys.envelope(certificate, content));
  }

  private Secret secret(OpenedEnvelope opened) {
    SealedKey kept =
        new SealedKey(
            new RecoveryKeyId(1), opened.generation().get(), opened.sealed().orElseThrow());
    return new KeySeals(vault).open(kept);
  }

  @Test
  public void aKeyForAnyCertificateIsSealedUnderThePresentGeneration() {
    int number = 1;
    for (String certificate : new String[] {"one", "two", "three"}) {
      OpenedEnvelope opened = open(certificate, KEY);
      assertTrue(opened.opens());
      assertEquals(Optional.of(new EscrowCertificateId(number++)), opened.certificate());
      assertEquals(Optional.of(new EscrowCertificateId(3)), opened.generation());
      assertEquals(Secret.of(KEY), secret(opened));
    }
  }

  @Test
  public void paddingIsTakenOff() {
    assertEquals(Secret.of(KEY), secret(open("one", " \n" + KEY + "\0\0\r\n")));
  }

  @Test
  public void aSealedKeyOfOneGenerationIsNoneOfAnother() {
    OpenedEnvelope opened = open("one", KEY);
    SealedKey moved =
        new SealedKey(new RecoveryKeyId(1), new EscrowCertificateId(1), opened.sealed().get());
    assertThrows(MdmException.class, () -> new KeySeals(vault).open(moved));
    SealedKey kept =
        new SealedKey(new RecoveryKeyId(1), opened.generation().get(), opened.sealed().get());
    SealedKey anew = new KeySeals(vault).under(new EscrowCertificateId(4), kept);
    assertEquals(Secret.of(KEY), new KeySeals(vault).open(anew));
  }

  @Test
  public void whatIsNoKeyIsRefusedWithAReasonThatDoesNotHoldIt() {
    for (String content :
        new String[] {"", "hunter2", KEY + "-ABCD", KEY.toLowerCase(), "ABCD-1234-EFGH-5678"}) {
      OpenedEnvelope opened = open("two", content);
      assertRefused(opened, "does not have the form");
      assertEquals(Optional.of(new EscrowCertificateId(2)), opened.certificate());
      assertFalse(opened.unreadable().get().contains("hunter2"));
    }
    assertRefused(open("two", "WWWW-XXXX-YYYY-ZZZZ-AAAA-BBBB"), "placeholder");
  }

  @Test
  public void anEnvelopeThatDoesNotOpenIsKeptWithAReason() {
    assertRefused(open("four", KEY), "not known here");
    assertEquals(Optional.empty(), open("four", KEY).certificate());
    assertRefused(open("one", "damaged"), "cannot be opened");
    assertEquals(Optional.of(new EscrowCertificateId(1)), open("one", "damaged").certificate());
    assertRefused(opening.open("junk".getBytes(StandardCharsets.UTF_8)), "no encrypted message");
  }

  @Test
  public void anotherMasterKeyIsNoReasonToGiveUpAKey() {
    KeyOpening elsewhere =
        new KeyOpening(certificates, new FakeEncryptionKeys(), new FakeSecretVault("other"));
    byte[] envelope = FakeEncryptionKeys.envelope("one", KEY);
    MdmException e = assertThrows(MdmException.class, () -> elsewhere.open(envelope));
    assertEquals(MdmException.Kind.UNAVAILABLE, e.kind());
  }

  @Test
  public void wordsCarryNoKeyOn() {
    assertEquals("Bad ********!", KeyForm.without("Bad " + KEY + "!"));
    assertEquals("Bad key", KeyForm.without("Bad key"));
  }

  private static void assertRefused(OpenedEnvelope opened, String reason) {
    assertFalse(opened.opens());
    assertEquals(Optional.empty(), opened.sealed());
    assertEquals(Optional.empty(), opened.generation());
    String said = opened.unreadable().orElseThrow();
    assertTrue(said, said.contains(reason) && said.endsWith("."));
  }
}
