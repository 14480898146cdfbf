package io.pomona.protocol.dep;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.Test;

public class ServerTokenReaderTest {
  private static final byte[] CMS = cms();
  private static final String JSON =
      "{\"consumer_key\":\"CK_1\",\"consumer_secret\":\"CS_1\",\"access_token\":\"AT_1\","
          + "\"access_secret\":\"AS_1\",\"access_token_expiry\":\"2027-01-01T00:00:00Z\"}";
  private static final String HEADERS =
      "Content-Type: application/pkcs7-mime; name=\"smime.p7m\"; smime-type=enveloped-data\n"
          + "Content-Transfer-Encoding: base64\n\n";

  private static byte[] cms() {
    byte[] bytes = new byte[304];
    bytes[0] = 0x30;
    bytes[1] = (byte) 0x82;
    bytes[2] = 1;
    bytes[3] = 44;
    return bytes;
  }

  private static String base64(String separator) {
    return Base64.getMimeEncoder(64, separator.getBytes(StandardCharsets.US_ASCII))
        .encodeToString(CMS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] enveloped(String text) throws MalformedServerTokenException {
    return ServerTokenReader.enveloped(bytes(text));
  }

  @Test
  public void anyWrappingComesOff() throws MalformedServerTokenException {
    assertArrayEquals(CMS, ServerTokenReader.enveloped(CMS));
    assertArrayEquals(CMS, enveloped(base64("\n")));
    assertArrayEquals(CMS, enveloped(base64("\r\n") + "\r\n"));
    assertArrayEquals(CMS, enveloped(HEADERS + base64("\n")));
    assertArrayEquals(CMS, enveloped((HEADERS + base64("\n") + "\n").replace("\n", "\r\n")));
    assertArrayEquals(
        CMS, enveloped("-----BEGIN PKCS7-----\n" + base64("\n") + "\n-----END PKCS7-----\n"));
  }

  @Test
  public void whatIsNoTokenIsSaid() {
    assertSays("too large to be", new byte[0]);
    assertSays("is no server token", bytes("<html>Sign in</html>"));
    assertSays("is a certificate", bytes("-----BEGIN CERTIFICATE-----\nMIIB\n"));
    assertSays("is cut off", Arrays.copyOf(CMS, 200));
    assertSays("is cut off", bytes(HEADERS + base64("\n").substring(0, 201)));
  }

  private static void assertSays(String part, byte[] file) {
    String said =
        assertThrows(MalformedServerTokenException.class, () -> ServerTokenReader.enveloped(file))
            .getMessage();
    assertTrue(said, said.contains(part));
  }

  private static ServerToken read(String text) throws MalformedServerTokenException {
    return ServerTokenReader.read(bytes(text));
  }

  @Test
  public void theMessageMayBeBrokenAnywhere() throws MalformedServerTokenException {
    ServerToken token =
        new ServerToken("CK_1", "CS_1", "AT_1", "AS_1", Instant.parse("2027-01-01T00:00:00Z"));
    String head = "Content-Type: text/plain;charset=UTF-8\r\n\r\n-----BEGIN MESSAGE-----";
    String tail = "-----END MESSAGE-----\r\n";
    assertEquals(token, read(head + "\r\n" + JSON + "\r\n" + tail));
    assertEquals(token, read(head + JSON + tail));
    assertEquals(token, read(head + JSON.replace("AT_1", "AT\n_1") + "\n" + tail));
    assertEquals(token, read(JSON));
    assertEquals(token, ServerTokenReader.read(token.toJson()));
    assertFalse(token.toString().contains("AS_1"));
  }

  @Test
  public void whatIsMissingInItIsNamed() {
    assertLacks("no token", "-----BEGIN MESSAGE-----\nHello\n-----END MESSAGE-----");
    assertLacks("cut off", "-----BEGIN MESSAGE-----\n" + JSON);
    assertLacks("access_secret", JSON.replace("access_secret", "other"));
    assertLacks("access_token_expiry", JSON.replace("2027-01-01T", "soon"));
  }

  private static void assertLacks(String part, String opened) {
    String said =
        assertThrows(MalformedServerTokenException.class, () -> read(opened)).getMessage();
    assertTrue(said, said.contains(part));
    assertFalse(said, said.contains("CS_1"));
  }
}
