package io.pomona.apns;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

public class Pkcs12FileTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final TestPair ONE = pair("one");
  private static final TestPair TWO = pair("two");

  private static TestPair pair(String name) {
    return TestPair.push("com.apple.mgmt.External." + name, NOW, Duration.ofDays(365));
  }

  private static byte[] file(String passphrase, TestPair... pairs) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (TestPair pair : pairs) {
      store.setKeyEntry(
          "key" + pair.certificate().getSerialNumber(),
          pair.key(),
          passphrase.toCharArray(),
          new Certificate[] {pair.certificate()});
    }
    store.setCertificateEntry("another", TWO.certificate());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, passphrase.toCharArray());
    return out.toByteArray();
  }

  private static String refusal(byte[] file, String passphrase) {
    return assertThrows(
            MdmException.class, () -> PushMaterial.ofPkcs12(file, Secret.of(passphrase)))
        .code();
  }

  @Test
  public void findsTheKeyWithItsCertificate() throws Exception {
    PushMaterial material = PushMaterial.ofPkcs12(file("pass word", ONE), Secret.of("pass word"));
    assertEquals(ONE.key(), material.key());
    assertEquals(ONE.certificate(), material.leaf());
  }

  @Test
  public void saysWhatIsWrong() throws Exception {
    assertEquals("apns.wrong_passphrase", refusal(file("right", ONE), "wrong"));
    assertEquals("apns.wrong_passphrase", refusal(file("right", ONE), ""));
    assertEquals("apns.wrong_passphrase", refusal(file("right", ONE), "r\u00efght"));
    assertEquals("apns.several_keys", refusal(file("right", ONE, TWO), "right"));
    assertEquals("apns.no_key", refusal(file("right"), "right"));
    assertEquals("apns.bad_pkcs12", refusal("junk".getBytes(), "right"));
    assertEquals("apns.bad_pkcs12", refusal(new byte[0], "right"));
    assertEquals("apns.bad_pkcs12", refusal(new byte[(1 << 20) + 1], "right"));
  }
}
