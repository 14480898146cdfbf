package io.pomona.protocol.signature;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.PlistText;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.BeforeClass;
import org.junit.Test;

public class MdmSignatureTest {
  private static final byte[] BODY = PlistText.dict(PlistText.string("Status", "Idle"));
  private static TestSigner signer;
  private static TestSigner other;

  @BeforeClass
  public static void createKeys() {
    signer = TestSigner.create("CN=Mac");
    other = TestSigner.create("CN=Other");
  }

  @Test
  public void verifiesEveryFormThatAMacMayUse() {
    for (String algorithm :
        List.of("SHA1withRSA", "SHA256withRSA", "SHA384withRSA", "SHA512withRSA")) {
      for (boolean attributes : new boolean[] {true, false}) {
        for (boolean byKeyIdentifier : new boolean[] {true, false}) {
          assertGood(signer.with(algorithm, attributes, byKeyIdentifier));
        }
      }
    }
  }

  private static void assertGood(TestSigner form) {
    MdmSignature signature = MdmSignature.parse(header(form.detached(BODY)));
    assertArrayEquals(signer.certificate(), signature.certificate());
    assertTrue(signature.toString(), signature.verify(signer.key(), BODY));
    assertFalse(signature.verify(other.key(), BODY));
    byte[] changed = BODY.clone();
    changed[BODY.length / 2] ^= 1;
    assertFalse(signature.verify(signer.key(), changed));
    assertFalse(signature.verify(signer.key(), new byte[0]));
  }

  @Test
  public void verifiesASignerWithoutSubject() {
    TestSigner nameless = TestSigner.create("");
    MdmSignature signature = MdmSignature.parse(header(nameless.detached(BODY)));
    assertTrue(signature.verify(nameless.key(), BODY));
    assertEquals(64, signature.certificateSha256().length());
  }

  @Test
  public void findsTheSignerAmongOthers() {
    byte[] cms = signer.detachedWith(BODY, List.of(other.holder(), signer.holder()), 1);
    assertArrayEquals(signer.certificate(), MdmSignature.parse(cms).certificate());
  }

  @Test
  public void readsAHeaderBrokenIntoLines() {
    String broken = Base64.getMimeEncoder().encodeToString(signer.detached(BODY));
    assertTrue(MdmSignature.parse(" " + broken + "\r\n").verify(signer.key(), BODY));
  }

  @Test
  public void saysWhatIsWrong() {
    assertRefused("not base64", "!!!");
    assertRefused("not base64", header(signer.detached(BODY)).replace('A', '*'));
    assertRefused("longer than 64 KiB", "A".repeat(65_537));
    assertRefused("carries content", header(signer.attached(BODY)));
    assertRefused(
        "exactly one signer", header(signer.detachedWith(BODY, List.of(signer.holder()), 0)));
    assertRefused(
        "exactly one signer", header(signer.detachedWith(BODY, List.of(signer.holder()), 2)));
    assertRefused("certificate", header(signer.detachedWith(BODY, List.of(other.holder()), 1)));
    assertRefused("certificate", header(signer.detachedWith(BODY, List.of(), 1)));
    assertRefused("not RSA", header(signer.with("SHA224withRSA", true, false).detached(BODY)));
    assertRefused("well-formed", "");
  }

  @Test
  public void refusesAnythingBehindTheStructure() {
    byte[] cms = signer.detached(BODY);
    assertThrows(
        MalformedSignatureException.class,
        () -> MdmSignature.parse(Arrays.copyOf(cms, cms.length + 1)));
  }

  @Test(timeout = 60_000)
  public void survivesMutants() {
    byte[] seed = signer.detached(BODY);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] mutant = seed.clone();
      for (int j = random.nextInt(3); j >= 0; j--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
      }
      try {
        MdmSignature.parse(Arrays.copyOf(mutant, mutant.length - random.nextInt(2)));
      } catch (MalformedSignatureException expected) {
        assertFalse(expected.getMessage().isEmpty());
      }
    }
  }

  @Test(timeout = 10_000)
  public void refusesEndlessNesting() {
    byte[] nested = new byte[48_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertThrows(MalformedSignatureException.class, () -> MdmSignature.parse(nested));
    byte[] huge = {0x30, (byte) 0x84, 0x40, 0, 0, 0, 1};
    assertThrows(MalformedSignatureException.class, () -> MdmSignature.parse(huge));
  }

  private static String header(byte[] cms) {
    return Base64.getEncoder().encodeToString(cms);
  }

  private static void assertRefused(String reason, String header) {
    MalformedSignatureException refusal =
        assertThrows(MalformedSignatureException.class, () -> MdmSignature.parse(header));
    assertTrue(refusal.getMessage(), refusal.getMessage().contains(reason));
  }
}
